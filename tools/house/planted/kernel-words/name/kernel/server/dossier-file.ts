export const dossierFolder = 'files'
