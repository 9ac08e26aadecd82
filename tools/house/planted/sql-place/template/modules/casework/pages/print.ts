import { sql } from '../store/dossier.ts'

export const query = sql`select 1`
