import type { Ctx } from '@congso/kernel/server'

export const close = ({ db }: Ctx) => db.deleteFrom('casework.dossier').execute()
