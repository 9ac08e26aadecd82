import type { Ctx } from '@congso/kernel/server'

export async function insertDossier(ctx: Ctx, id: string) {
  await ctx.db.updateTable('casework.dossier').set({ id })
}
