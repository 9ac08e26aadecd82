export { module } from '@congso/directory/module'
