export const dossierReceived = { name: 'casework.dossier-received' }
