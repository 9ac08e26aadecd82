import {
  command,
  DateOnly,
  Dong,
  IdOf,
  Instant,
  Line,
  Maybe,
  OneOf,
  OrNull,
  query,
  Type,
  Upload,
  type Static,
} from '@congso/kernel/contract'
import { channels, closed, dossierId, paperKinds, partyKinds, pickups, verdicts } from './words.ts'

const PersonInput = Type.Object(
  {
    kind: OneOf(partyKinds),
    name: Line(200),
    idNumber: Maybe(Type.String({ maxLength: 20, pattern: '^[0-9A-Z-]*$' })),
    birthDate: Maybe(DateOnly()),
    phone: Maybe(Type.String({ maxLength: 20, pattern: '^[0-9+ .-]*$' })),
    email: Maybe(Type.String({ maxLength: 120, pattern: '^([^@ ]+@[^@ ]+)?$' })),
    address: Maybe(Type.String({ maxLength: 300 })),
    adminUnit: Maybe(Type.String({ maxLength: 5 })),
  },
  closed,
)
export type PersonInput = Static<typeof PersonInput>

/** Whom the applicant files for; a form always sends its boxes, so a name is asked for only when it is for somebody else. */
const OwnerInput = Type.Object(
  { ...PersonInput.properties, kind: Maybe(OneOf(partyKinds)), name: Maybe(Type.String({ maxLength: 200 })) },
  closed,
)

export const feeStates = ['due', 'paid', 'exempt'] as const
export const feeMethods = ['cash', 'transfer'] as const

export const receiveInput = Type.Object(
  {
    offer: IdOf<'offer'>(),
    /** The offer as the clerk saw it; a changed one is shown again before anything is promised. */
    offerVersion: Type.Integer(),
    caseKey: Maybe(Type.String({ maxLength: 60 })),
    channel: OneOf(channels),
    /** Filed earlier than now: by post the signing of the hand-over record counts. */
    receivedAt: Maybe(Instant()),
    supportAgency: Maybe(IdOf<'agency'>()),
    applicant: PersonInput,
    /** Files for oneself or for somebody else; without it, for whoever `owner` names. */
    forWhom: Maybe(OneOf(['self', 'other'] as const)),
    owner: Maybe(OwnerInput),
    /** The applicant acts for the owner: the paper that says so. */
    authorisation: Maybe(Type.String({ maxLength: 300 })),
    summary: Maybe(Type.String({ maxLength: 1000 })),
    papers: Type.Array(
      Type.Object(
        {
          no: Type.Integer({ minimum: 1, maximum: 200 }),
          name: Maybe(Line(1000)),
          originals: Type.Integer({ minimum: 0, maximum: 99 }),
          copies: Type.Integer({ minimum: 0, maximum: 99 }),
          verdict: OneOf(verdicts),
          note: Maybe(Type.String({ maxLength: 500 })),
          files: Maybe(Type.Array(Upload, { maxItems: 20 })),
        },
        closed,
      ),
      { maxItems: 200 },
    ),
    fees: Maybe(
      Type.Array(
        Type.Object(
          {
            name: Line(300),
            /** Absent for a line of the tariff that is not charged, or that is exempt. */
            amount: Maybe(Dong()),
            /** `none`: this line of the tariff does not apply to this dossier. */
            state: Maybe(OneOf([...feeStates, 'none'] as const)),
            method: Maybe(OneOf(feeMethods)),
            reason: Maybe(Type.String({ maxLength: 300 })),
          },
          closed,
        ),
        { maxItems: 60 },
      ),
    ),
    pickup: OneOf(pickups),
    copiesOfFile: Maybe(Type.Integer({ minimum: 1, maximum: 20 })),
    draft: Maybe(IdOf<'draft'>()),
  },
  closed,
)

export const receiveDossier = command({
  id: 'casework.receive-dossier',
  path: '/intake',
  permission: 'casework.dossier.receive',
  summary:
    'Formally receives a dossier: checks it, gives it its code and promise, and sends it to its first step (Decree 118/2025 Art. 17).',
  refusals: [
    'casework.offer-closed',
    'casework.papers-unseen',
    'casework.papers-to-fix',
    'casework.proxy-missing',
    'casework.owner-missing',
    'casework.fee-undecided',
    'casework.reason-missing',
    'casework.received-in-future',
    'casework.no-calendar',
    'casework.nobody-for-step',
  ],
  input: receiveInput,
  reply: Type.Object({
    id: dossierId,
    code: Type.String(),
    receiptNo: Type.String(),
    dueAt: Instant(),
    secret: Type.String(),
  }),
})

export const DayCell = Type.Object({
  date: DateOnly(),
  kind: Type.String(),
  count: Maybe(Type.Number()),
  name: Maybe(Type.String()),
})
export const PromiseView = Type.Object({
  dueAt: Instant(),
  days: Type.Array(DayCell),
  unit: Type.String(),
  amount: Type.Number(),
  skipped: Type.Array(Type.Object({ date: DateOnly(), name: Type.String() })),
  /** The calendar has changed since: counted today the days would lead elsewhere, so none are shown; the promise stays. */
  calendarChanged: Type.Optional(Type.Boolean()),
})

const OfferLine = Type.Object({
  offer: IdOf<'offer'>(),
  code: Type.String(),
  name: Type.String(),
  field: Type.String(),
  timeText: Type.String(),
  agencyName: Type.String(),
})

/** Procedures this counter may receive, found while typing: by words without accents, by code, or by initials ("xntthn"). */
export const findOffers = query({
  id: 'casework.find-offers',
  path: '/intake/offers',
  permission: 'casework.dossier.receive',
  summary: 'Procedures that can be received here, by accent-free words, code or initials.',
  input: Type.Object({ q: Maybe(Type.String({ maxLength: 100 })) }, closed),
  reply: Type.Object({
    items: Type.Array(Type.Object({ value: IdOf<'offer'>(), label: Type.String(), note: Type.String() })),
  }),
})

/** Who gives out a paper, as its head and its sentences name them. */
export const Issuer = Type.Object({
  parent: Type.String(),
  name: Type.String(),
  place: Type.String(),
  centre: Type.String(),
})
export type Issuer = Static<typeof Issuer>

/** The counter page: what is being received, what it asks for, and the promise it would make now. */
export const intakePage = query({
  id: 'casework.intake',
  path: '/intake',
  permission: 'casework.dossier.receive',
  summary: 'The counter page for one procedure: papers, fees, times and the promise if received now.',
  input: Type.Object(
    {
      offer: Maybe(IdOf<'offer'>()),
      caseKey: Maybe(Type.String({ maxLength: 60 })),
      q: Maybe(Type.String({ maxLength: 100 })),
      draft: Maybe(IdOf<'draft'>()),
      channel: Maybe(OneOf(channels)),
    },
    closed,
  ),
  reply: Type.Object({
    offers: Type.Array(OfferLine),
    chosen: OrNull(
      Type.Object({
        offer: IdOf<'offer'>(),
        version: Type.Integer(),
        code: Type.String(),
        name: Type.String(),
        field: Type.String(),
        agencyName: Type.String(),
        decision: Type.String(),
        timeText: Type.String(),
        channels: Type.Array(OneOf(channels)),
        cases: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
        caseKey: OrNull(Type.String()),
        papers: Type.Array(
          Type.Object({
            no: Type.Integer(),
            group: Type.String(),
            name: Type.String(),
            kind: OneOf(paperKinds),
            originals: Type.Integer(),
            copies: Type.Integer(),
            form: Type.String(),
          }),
        ),
        fees: Type.Array(Type.Object({ name: Type.String(), amount: OrNull(Dong()), text: Type.String() })),
        promise: OrNull(PromiseView),
        conditions: Type.String(),
      }),
    ),
    drafts: Type.Array(Type.Object({ id: IdOf<'draft'>(), title: Type.String(), updatedAt: Instant() })),
    draft: OrNull(Type.Object({ id: IdOf<'draft'>(), content: Type.Record(Type.String(), Type.Unknown()) })),
    issuer: Issuer,
    clerk: Type.String(),
  }),
})

const Typed = Maybe(Type.Unknown())

/** Takes the intake form exactly as far as it is filled in: nothing of it is checked before it is received. */
export const saveDraft = command({
  id: 'casework.save-draft',
  path: '/intake/drafts',
  permission: 'casework.dossier.receive',
  summary: 'Keeps an unfinished intake for later; it is not a dossier and has no number.',
  recordsNothing: "A draft is nobody's dossier yet; only its owner sees it.",
  input: Type.Object(
    {
      draft: Maybe(IdOf<'draft'>()),
      offer: IdOf<'offer'>(),
      /** Go on at once with another case of the same procedure. */
      toCase: Maybe(Type.String({ maxLength: 60 })),
      offerVersion: Typed,
      caseKey: Typed,
      channel: Typed,
      receivedAt: Typed,
      supportAgency: Typed,
      applicant: Typed,
      forWhom: Typed,
      owner: Typed,
      authorisation: Typed,
      summary: Typed,
      papers: Typed,
      fees: Typed,
      pickup: Typed,
      copiesOfFile: Typed,
    },
    closed,
  ),
  reply: Type.Object({ id: IdOf<'draft'>() }),
})

export const discardDraft = command({
  id: 'casework.discard-draft',
  path: '/intake/drafts/:id/discard',
  permission: 'casework.dossier.receive',
  summary: 'Throws an own unfinished intake away.',
  recordsNothing: "A draft is nobody's dossier yet; only its owner sees it.",
  input: Type.Object({ id: IdOf<'draft'>() }, closed),
  reply: Type.Object({}),
})
