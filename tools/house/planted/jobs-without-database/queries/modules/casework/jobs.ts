export { desk } from './queries/desk.ts'
