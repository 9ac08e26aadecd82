import type { ComponentChildren } from 'preact'

/** One group of samples under its name. */
export function Sample({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="cs-sample">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
