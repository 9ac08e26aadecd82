import { insertDossier } from './store/dossier.ts'

export const jobs = [insertDossier]
