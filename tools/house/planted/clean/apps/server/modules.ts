import { module as casework } from '@congso/casework/module'

export const modules = [casework]
