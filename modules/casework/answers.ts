import type { FileAccess } from '@congso/files'
import { maySee } from './domain/turn.ts'
import { placeOf } from './queries/place.ts'

/** Who may read a dossier's files: whoever may see the dossier. */
export const fileAccess: FileAccess = {
  'casework.dossier': async (db, actor, owner) => {
    const place = await placeOf(db, owner)
    return place !== undefined && maySee(actor, place)
  },
}
