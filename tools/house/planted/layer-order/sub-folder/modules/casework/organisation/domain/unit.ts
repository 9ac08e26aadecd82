export { receive as root } from '../../commands/receive-dossier.ts'
