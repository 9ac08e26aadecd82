export { agencyName } from '@congso/directory/testing'
