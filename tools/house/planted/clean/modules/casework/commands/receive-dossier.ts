import { agencyName } from '@congso/directory'
import type { Ctx } from '@congso/kernel/server'
import { daysBetween } from '../domain/dossier.ts'
import { insertDossier } from '../store/dossier.ts'

export async function receive(ctx: Ctx, input: { id: string }): Promise<string> {
  await insertDossier(ctx, input.id)
  return agencyName(String(daysBetween(0, ctx.now)))
}
