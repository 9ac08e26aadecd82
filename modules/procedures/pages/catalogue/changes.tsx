import { Disclosure, Facts, usePage } from '@congso/ui'
import { wordOf, words } from '../words/words.ts'

export type ChangesProps = { changes: readonly Change[] }
type Change = { field: string; before: readonly string[]; after: readonly string[] }

/** The fields in which two published records differ: what went, what came, both verbatim. Long texts stay folded. */
export function Changes({ changes }: ChangesProps) {
  const { lang } = usePage()
  const w = words(lang)
  return (
    <>
      {changes.map(change => (
        <Disclosure
          summary={<b class="str">{wordOf(w.fields, change.field)}</b>}
          open={lengthOf(change) < SHORT}
          key={change.field}
        >
          <Facts
            items={[
              ...change.before.map(text => ({
                label: w.changedFrom,
                value: <Entry text={text} field={change.field} />,
              })),
              ...change.after.map(text => ({ label: w.changedTo, value: <Entry text={text} field={change.field} /> })),
            ]}
          />
        </Disclosure>
      ))}
    </>
  )
}

/** Characters that can be read at a glance. */
const SHORT = 400

function Entry({ text, field }: { text: string; field: string }) {
  const { lang } = usePage()
  return <div class="cs-prose">{entryWords(text, field, words(lang))}</div>
}

/** Entries are as published except where the record is kept by codes: those are read out. */
function entryWords(text: string, field: string, w: ReturnType<typeof words>): string {
  if (field === 'kind') return wordOf(w.kinds, text)
  if (field === 'levels') return wordOf(w.levels, text)
  if (field !== 'channels') return text
  const [channel = '', ...rest] = text.split('\n')
  return [wordOf(w.channels, channel), ...rest].join('\n')
}

function lengthOf({ before, after }: Change): number {
  return [...before, ...after].reduce((sum, text) => sum + text.length, 0)
}
