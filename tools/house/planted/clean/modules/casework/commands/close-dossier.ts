import type { Ctx } from '@congso/kernel/server'
import { insertDossier } from '../store/dossier.ts'

export async function close(ctx: Ctx): Promise<void> {
  await insertDossier(ctx, 'closed')
}
