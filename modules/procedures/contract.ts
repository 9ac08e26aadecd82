export * from './contract/catalogue.ts'
export * from './contract/offer.ts'
export * from './contract/process.ts'
export * from './contract/refusals.ts'
