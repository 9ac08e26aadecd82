import { Raw } from '@congso/kernel/html'
import { icons } from '../icons.generated.ts'

/** Names of the drawings that exist; `-filled` ones are solid. */
export type IconName = keyof typeof icons

/** `label` gives the drawing a name of its own; without it the drawing is decoration beside its word. */
export type IconProps = { name: IconName; label?: string; class?: string }

/** One Tabler icon as inline SVG in the colour of the text around it. */
export function Icon({ name, label, class: extra }: IconProps) {
  const kind = name.endsWith('-filled') ? 'i fi' : 'i'
  if (label !== undefined || extra !== undefined) {
    return (
      <svg
        class={extra ? `${kind} ${extra}` : kind}
        viewBox="0 0 24 24"
        width="18"
        height="18"
        role={label ? 'img' : undefined}
        aria-label={label}
        aria-hidden={label ? undefined : 'true'}
        dangerouslySetInnerHTML={{ __html: icons[name] }}
      />
    )
  }
  // Lists have a hundred of these: the plain drawing is put together once for each word of it.
  return (
    <Raw
      html={`<svg class="${kind}" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${icons[name]}</svg>`}
    />
  )
}

/** Whether a drawing of this name exists: for names that come from data. */
export function isIconName(name: string): name is IconName {
  return Object.hasOwn(icons, name)
}
