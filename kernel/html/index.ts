export * from './page-context.ts'
export { escapeHtml, renderDocument, type DocumentParts } from './render.ts'
export { findingText, kernelRefusals } from './texts.ts'
