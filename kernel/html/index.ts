export * from './page-context.ts'
export { escapeHtml, renderDocument, type DocumentParts } from './render.ts'
export { createContext, Raw, toHtml, useContext, useId } from './to-html.ts'
export { findingText, kernelRefusals } from './texts.ts'
