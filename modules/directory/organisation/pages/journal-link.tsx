import { holds, inLang, pathTo } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import { readJournal } from '../audit/contract.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type About = { subject: string } | { person: string }

/** Leads to what the journal says of a thing, for whoever may read the journal. */
export function JournalLink({ about, page }: { about: About; page: PageContextValue }) {
  if (!holds(page.actor, readJournal.permission)) return null
  return (
    <p>
      <a href={pathTo(readJournal, about)}>{inLang(page.lang, vi, en).journalOf}</a>
    </p>
  )
}
