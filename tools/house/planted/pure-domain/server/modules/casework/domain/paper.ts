import type { Ctx } from '@congso/kernel/server'

export type Context = Ctx
