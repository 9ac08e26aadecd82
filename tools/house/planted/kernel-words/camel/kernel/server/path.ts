export const pathOfDossier = 'files'
