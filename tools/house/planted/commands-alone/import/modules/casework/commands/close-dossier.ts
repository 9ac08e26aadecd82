import { receive } from './receive-dossier.ts'

export const close = receive
