export * from './domain/process.ts'
