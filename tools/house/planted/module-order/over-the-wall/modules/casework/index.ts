export { agencyName } from '../directory/index.ts'
