export * from './account/contract/sign-in.ts'
