export { fileAccess } from './answers.ts'
export { dossierLogOfOneMoment } from './queries/dossier-log.ts'
export { figureCondition, figures, figureScope, isFigure, type Figure, type Period } from './queries/figure.ts'
export { scopeParts } from './queries/dossier-rows.ts'
