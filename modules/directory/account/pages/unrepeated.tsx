import { Hidden } from '@congso/ui'

/**
 * Takes the form's idempotency key away: with a key the reply and a hash of the input are kept for a week, and here they
 * are passwords and tokens. Sending such a form twice does no harm.
 */
export function Unrepeated() {
  return <Hidden name="_key" value="" />
}
