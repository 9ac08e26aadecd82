export { agencyName } from './index.ts'
