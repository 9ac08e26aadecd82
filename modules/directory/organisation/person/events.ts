import { event, OrNull, Type } from '@congso/kernel/contract'

const Text = OrNull(Type.String())
const Personal = Type.Object({ name: Text, birthDate: Text, phone: Text, email: Text })

export const personAdded = event('directory.person-added', Type.Object({}), Personal)

/** Which fields changed stays; what stood in them before and after can be erased. */
export const personChanged = event(
  'directory.person-changed',
  Type.Object({ fields: Type.Array(Type.String()) }),
  Type.Object({ before: Personal, after: Personal }),
)
