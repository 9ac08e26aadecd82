import type { Ctx } from '@congso/kernel/server'

export function insertDossier(ctx: Ctx, id: string) {
  void ctx.db.with('a', db => db.selectFrom('b')).deleteFrom('casework.dossier').where('id', '=', id)
}
