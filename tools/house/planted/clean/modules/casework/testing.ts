import { agencyName } from '@congso/directory/testing'
import { receive } from './commands/receive-dossier.ts'

export const office = [agencyName, receive]
