export { daysBetween } from './domain/dossier.ts'
