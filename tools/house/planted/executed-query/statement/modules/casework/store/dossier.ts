import type { Ctx } from '@congso/kernel/server'

export async function insertDossier({ db }: Ctx, id: string) {
  db.insertInto('casework.dossier').values({ id })
}
