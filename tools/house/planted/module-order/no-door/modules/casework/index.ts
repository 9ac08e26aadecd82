export { agencyName } from '@congso/directory/store/agency'
