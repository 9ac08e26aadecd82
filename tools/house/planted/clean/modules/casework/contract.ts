import type { Endpoint } from '@congso/kernel/contract'

export const receiveDossier: Endpoint = { id: 'casework.receive-dossier' }
