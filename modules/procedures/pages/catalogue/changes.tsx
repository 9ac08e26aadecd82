import { usePage } from '@congso/ui'
import { wordOf, words } from '../words/words.ts'

export type ChangesProps = { changes: readonly { field: string; before: string[]; after: string[] }[] }

/** The fields in which two published records differ: what went, what came, both verbatim. */
export function Changes({ changes }: ChangesProps) {
  const { lang } = usePage()
  const w = words(lang)
  return (
    <dl>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt class="str">{wordOf(w.fields, field)}</dt>
          {before.map((text, i) => (
            <dd key={`b${i}`}>
              <span class="cap">{w.changedFrom}</span>
              <del class="cs-prose">{text}</del>
            </dd>
          ))}
          {after.map((text, i) => (
            <dd key={`a${i}`}>
              <span class="cap">{w.changedTo}</span>
              <ins class="cs-prose">{text}</ins>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
