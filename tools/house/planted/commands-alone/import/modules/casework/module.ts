import { receive } from './commands/receive-dossier.ts'

export const handlers = [receive]
