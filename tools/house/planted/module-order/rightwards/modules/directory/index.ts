export { receiveDossier } from '@congso/casework/contract'
