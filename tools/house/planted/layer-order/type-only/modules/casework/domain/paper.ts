import type { insertDossier } from '../store/dossier.ts'

export type Insert = typeof insertDossier
