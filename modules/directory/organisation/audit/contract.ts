import { DateOnly, Download, IdOf, Instant, Line, Maybe, OneOf, OrNull, query, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

const filter = {
  person: Maybe(IdOf<'person'>()),
  event: Maybe(Line(100)),
  subject: Maybe(Type.String({ format: 'uuid', minLength: 36, maxLength: 36 })),
  from: Maybe(DateOnly()),
  last: Maybe(DateOnly()),
}

/** What a module calls one of its facts. */
export const EventName = Type.Object(
  { event: Line(100), module: Line(50), vi: Line(), en: Line() },
  { additionalProperties: false },
)
export type EventName = Static<typeof EventName>

export const readJournal = query({
  id: 'directory.read-journal',
  path: '/directory/journal',
  permission: 'directory.audit.read',
  summary:
    'What was done, by whom, in which position: newest first, by person, kind of fact, thing and days; fifty at a time. Without personal data.',
  input: Type.Object({ ...filter, before: Maybe(Type.Integer({ minimum: 1 })) }, { additionalProperties: false }),
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        id: Type.Integer(),
        at: Instant(),
        event: Type.String(),
        subject: Type.String(),
        actorKind: Type.String(),
        person: OrNull(IdOf<'person'>()),
        name: OrNull(Type.String()),
        title: OrNull(Type.String()),
        agency: OrNull(Type.String()),
        request: Type.String(),
        data: Type.Unknown(),
        hasPersonal: Type.Boolean(),
      }),
    ),
    next: OrNull(Type.Integer()),
    person: OrNull(Type.Object({ id: IdOf<'person'>(), name: Type.String() })),
    event: OrNull(Type.String()),
    subject: OrNull(Type.String()),
    from: OrNull(DateOnly()),
    last: OrNull(DateOnly()),
    /** The kinds of facts there are, with their names. */
    kinds: Type.Array(EventName),
  }),
})
export type JournalView = Static<typeof readJournal.reply>

export const exportJournal = query({
  id: 'directory.export-journal',
  path: '/directory/journal/export',
  permission: 'directory.audit.read',
  summary: 'Exactly the rows of the journal that a filter shows, as XLSX or CSV; at most 50,000.',
  input: Type.Object(
    { ...filter, as: Maybe(OneOf(['xlsx', 'csv'])), lang: Maybe(OneOf(['vi', 'en'])) },
    { additionalProperties: false },
  ),
  reply: Download,
})
