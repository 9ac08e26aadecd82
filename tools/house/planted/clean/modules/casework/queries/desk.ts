import type { Ctx } from '@congso/kernel/server'

export function desk({ db }: Ctx) {
  const open = db.selectFrom('casework.dossier').where('closed', 'is', null)
  return open.selectAll().execute()
}
