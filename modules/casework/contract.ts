import { command, DateOnly, Dong, Download, IdOf, Instant, Line, Maybe, OneOf, OrNull, query, refusals, Type, Upload } from '@congso/kernel/contract'
import type { CodesOf, Static } from '@congso/kernel/contract'

export const { refuse, list: refusalList } = refusals('casework', [
  'offer-closed',
  'papers-unseen',
  'papers-to-fix',
  'fee-undecided',
  'proxy-missing',
  'owner-missing',
  'not-your-turn',
  'step-already-taken',
  'action-unknown',
  'ended',
  'reason-missing',
  'holder-not-in-unit',
  'already-claimed',
  'result-missing',
  'not-signed',
  'not-ready-to-return',
  'already-returned',
  'collector-missing',
  'received-in-future',
  'no-calendar',
  'nobody-for-step',
] as const)
export type RefusalCode = CodesOf<typeof refuse>

const closed = { additionalProperties: false } as const
const dossierId = IdOf<'dossier'>()
const positionId = IdOf<'position'>()

export const channels = ['direct', 'online', 'postal'] as const
export const pickups = ['counter', 'post', 'electronic'] as const
export const partyKinds = ['citizen', 'enterprise', 'state-body', 'other'] as const
export const paperKinds = ['submit', 'show', 'note'] as const
export const verdicts = ['unseen', 'valid', 'from-database', 'to-fix', 'not-applicable'] as const
export const dossierStates = ['accepted', 'in-progress', 'awaiting-supplement', 'awaiting-payment', 'decided', 'returned', 'declined', 'refused', 'withdrawn', 'stopped'] as const

/** How much time is left, as every list and page says it: working time, already in words' parts. */
export const Remaining = Type.Object({
  /** ok, soon = last fifth or due today, late, hold = clock stopped, done = processing ended. */
  state: OneOf(['ok', 'soon', 'late', 'hold', 'done'] as const),
  /** Working minutes left; for late and done-late how many too many. */
  minutes: Type.Integer(),
  days: Type.Integer(),
  hours: Type.Integer(),
  minutesPart: Type.Integer(),
  /** Part of the time that is used, 0–100. */
  used: Type.Integer({ minimum: 0, maximum: 100 }),
  /** For done: whether it ended in time. */
  onTime: Maybe(Type.Boolean()),
})
export type Remaining = Static<typeof Remaining>

export const DossierRow = Type.Object({
  id: dossierId,
  code: Type.String(),
  procedureName: Type.String(),
  field: Type.String(),
  channel: OneOf(channels),
  state: OneOf(dossierStates),
  applicantName: Type.String(),
  /** Masked: only the last three digits were ever here. */
  applicantId: Type.String(),
  stepName: Type.String(),
  unitName: Type.String(),
  assignee: OrNull(positionId),
  assigneeName: Type.String(),
  agencyName: Type.String(),
  receivedAt: Instant(),
  dueAt: Instant(),
  finishedAt: OrNull(Instant()),
  returnedAt: OrNull(Instant()),
  resultNo: OrNull(Type.String()),
  remaining: Remaining,
  version: Type.Integer(),
})
export type DossierRow = Static<typeof DossierRow>

const listFilter = {
  q: Maybe(Type.String({ maxLength: 100 })),
  field: Maybe(Type.String({ maxLength: 200 })),
  procedure: Maybe(Type.String({ maxLength: 60 })),
  channel: Maybe(OneOf(channels)),
  due: Maybe(OneOf(['late', 'today', 'soon', 'ok'] as const)),
  from: Maybe(DateOnly()),
  to: Maybe(DateOnly()),
  unit: Maybe(IdOf<'unit'>()),
  assignee: Maybe(positionId),
  /** Continue after this row: the cursor of the page before. */
  after: Maybe(Type.String({ maxLength: 120 })),
}

export const deskViews = ['mine', 'unit', 'waiting', 'return', 'elsewhere'] as const
const Counts = Type.Record(Type.String(), Type.Integer())

/** Work that is mine or my unit's, by urgency; every count is a filter. */
export const desk = query({
  id: 'casework.desk',
  path: '/desk',
  permission: 'casework.dossier.read',
  summary: 'The work list of the signed-in position, most urgent first.',
  input: Type.Object({ view: Maybe(OneOf(deskViews)), ...listFilter }, closed),
  reply: Type.Object({
    view: OneOf(deskViews),
    counts: Counts,
    rows: Type.Array(DossierRow),
    total: Type.Integer(),
    /** Of the filtered list, by the promise; `hold` are those whose clock stands. All zero where urgency does not order the list. */
    urgency: Type.Object({ late: Type.Integer(), today: Type.Integer(), later: Type.Integer(), hold: Type.Integer() }),
    next: OrNull(Type.String()),
    fields: Type.Array(Type.String()),
    mayReceive: Type.Boolean(),
    mayAssign: Type.Boolean(),
    colleagues: Type.Array(Type.Object({ position: positionId, name: Type.String(), title: Type.String(), open: Type.Integer() })),
  }),
})

export const dossierSorts = ['due', 'received', 'code'] as const
const registerInput = Type.Object(
  {
    ...listFilter,
    status: Maybe(OneOf(['open', 'decided', 'returned', 'ended', 'all'] as const)),
    sort: Maybe(OneOf(dossierSorts)),
    agency: Maybe(IdOf<'agency'>()),
    /** The unit that handles the procedure, and whoever appraised the dossier: as reports group by them. */
    handlingUnit: Maybe(IdOf<'unit'>()),
    officer: Maybe(positionId),
    /** Opened from a report: the same period and count as there. */
    report: Maybe(Type.String({ maxLength: 40 })),
  },
  closed,
)

/** Every dossier the actor may see, by anything printed on the receipt. */
export const dossierRegister = query({
  id: 'casework.register',
  path: '/dossiers',
  permission: 'casework.dossier.read',
  summary: 'Dossiers by filter and accent-free search, with a count.',
  input: registerInput,
  reply: Type.Object({ rows: Type.Array(DossierRow), total: Type.Integer(), totalIsExact: Type.Boolean(), next: OrNull(Type.String()), fields: Type.Array(Type.String()) }),
})

/** Exactly what the filter shows, as a spreadsheet. */
export const exportRegister = query({
  id: 'casework.export-register',
  path: '/dossiers.xlsx',
  permission: 'casework.dossier.read',
  summary: 'The filtered dossiers as XLSX, at most 50,000 rows; with `view` the rows of that view of the desk.',
  input: Type.Object({ ...registerInput.properties, view: Maybe(OneOf(deskViews)), lang: Maybe(OneOf(['vi', 'en'] as const)) }, closed),
  reply: Download,
})

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
const OwnerInput = Type.Object({ ...PersonInput.properties, kind: Maybe(OneOf(partyKinds)), name: Maybe(Type.String({ maxLength: 200 })) }, closed)

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
  summary: 'Formally receives a dossier: checks it, gives it its code and promise, and sends it to its first step (Decree 118/2025 Art. 17).',
  refusals: ['casework.offer-closed', 'casework.papers-unseen', 'casework.papers-to-fix', 'casework.proxy-missing', 'casework.owner-missing', 'casework.fee-undecided', 'casework.reason-missing', 'casework.received-in-future', 'casework.no-calendar', 'casework.nobody-for-step'],
  input: receiveInput,
  reply: Type.Object({ id: dossierId, code: Type.String(), receiptNo: Type.String(), dueAt: Instant(), secret: Type.String() }),
})

export const DayCell = Type.Object({
  date: DateOnly(),
  kind: Type.String(),
  count: Maybe(Type.Number()),
  name: Maybe(Type.String()),
})
export const PromiseView = Type.Object({ dueAt: Instant(), days: Type.Array(DayCell), unit: Type.String(), amount: Type.Number(), skipped: Type.Array(Type.Object({ date: DateOnly(), name: Type.String() })) })

const OfferLine = Type.Object({ offer: IdOf<'offer'>(), code: Type.String(), name: Type.String(), field: Type.String(), timeText: Type.String(), agencyName: Type.String() })

/** Procedures this counter may receive, found while typing: by words without accents, by code, or by initials ("xntthn"). */
export const findOffers = query({
  id: 'casework.find-offers',
  path: '/intake/offers',
  permission: 'casework.dossier.receive',
  summary: 'Procedures that can be received here, by accent-free words, code or initials.',
  input: Type.Object({ q: Maybe(Type.String({ maxLength: 100 })) }, closed),
  reply: Type.Object({ items: Type.Array(Type.Object({ value: IdOf<'offer'>(), label: Type.String(), note: Type.String() })) }),
})

/** Who gives out a paper, as its head and its sentences name them. */
export const Issuer = Type.Object({ parent: Type.String(), name: Type.String(), place: Type.String(), centre: Type.String() })
export type Issuer = Static<typeof Issuer>

/** The counter page: what is being received, what it asks for, and the promise it would make now. */
export const intakePage = query({
  id: 'casework.intake',
  path: '/intake',
  permission: 'casework.dossier.receive',
  summary: 'The counter page for one procedure: papers, fees, times and the promise if received now.',
  input: Type.Object({ offer: Maybe(IdOf<'offer'>()), caseKey: Maybe(Type.String({ maxLength: 60 })), q: Maybe(Type.String({ maxLength: 100 })), draft: Maybe(IdOf<'draft'>()), channel: Maybe(OneOf(channels)) }, closed),
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
          Type.Object({ no: Type.Integer(), group: Type.String(), name: Type.String(), kind: OneOf(paperKinds), originals: Type.Integer(), copies: Type.Integer(), form: Type.String() }),
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
  recordsNothing: 'A draft is nobody\'s dossier yet; only its owner sees it.',
  input: Type.Object(
    {
      draft: Maybe(IdOf<'draft'>()),
      offer: IdOf<'offer'>(),
      /** Go on at once with another case of the same procedure. */
      toCase: Maybe(Type.String({ maxLength: 60 })),
      offerVersion: Typed, caseKey: Typed, channel: Typed, receivedAt: Typed, supportAgency: Typed, applicant: Typed, forWhom: Typed, owner: Typed,
      authorisation: Typed, summary: Typed, papers: Typed, fees: Typed, pickup: Typed, copiesOfFile: Typed,
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
  recordsNothing: 'A draft is nobody\'s dossier yet; only its owner sees it.',
  input: Type.Object({ id: IdOf<'draft'>() }, closed),
  reply: Type.Object({}),
})

export const Party = Type.Object({
  role: OneOf(['applicant', 'owner', 'proxy'] as const),
  kind: OneOf(partyKinds),
  name: Type.String(),
  idNumber: Type.String(),
  birthDate: OrNull(DateOnly()),
  phone: Type.String(),
  email: Type.String(),
  address: Type.String(),
  authorisation: Type.String(),
})
export const StepView = Type.Object({
  no: OrNull(Type.Integer()),
  key: Type.String(),
  name: Type.String(),
  who: Type.String(),
  budgetMinutes: OrNull(Type.Integer()),
  usedMinutes: OrNull(Type.Integer()),
  startedAt: OrNull(Instant()),
  dueAt: OrNull(Instant()),
  finishedAt: OrNull(Instant()),
  state: OneOf(['done', 'now', 'later'] as const),
  late: Type.Boolean(),
  comment: Type.String(),
})
export const ActionView = Type.Object({
  /** A process action's key, or a command of its own: assign, claim, return, note. */
  key: Type.String(),
  kind: OneOf(['forward', 'back', 'sign', 'number', 'return', 'assign', 'claim'] as const),
  label: Type.String(),
  /** Why it cannot be done now: a refusal code whose text is shown under the button; null when it can. */
  blocked: OrNull(Type.String()),
  primary: Type.Boolean(),
  /** The next step is given to a person whom the actor chooses. */
  asks: Type.Boolean(),
})
export const FileRef = Type.Object({ id: IdOf<'file'>(), name: Type.String(), type: Type.String(), size: Type.Integer(), paper: OrNull(Type.Integer()) })
export const Fact = Type.Object({ at: Instant(), event: Type.String(), actor: Type.String(), title: Type.String(), data: Type.Record(Type.String(), Type.Unknown()) })

export const factKinds = ['moves', 'papers', 'reads'] as const

export const dossierView = query({
  id: 'casework.dossier',
  path: '/dossiers/:id',
  permission: 'casework.dossier.read',
  summary: 'One dossier: deadline with its explanation, process, papers, people (masked unless revealed), timeline, and what the actor may do.',
  input: Type.Object(
    { id: dossierId, from: Maybe(Type.String({ maxLength: 20 })), /** Which part of the timeline is shown. */ facts: Maybe(OneOf(factKinds)) },
    closed,
  ),
  reply: Type.Object({
    ...DossierRow.properties,
    procedureCode: Type.String(),
    decision: Type.String(),
    receiptNo: Type.String(),
    pickup: OneOf(pickups),
    summary: Type.String(),
    promise: PromiseView,
    totalHours: OrNull(Type.Number()),
    processFrom: OrNull(DateOnly()),
    steps: Type.Array(StepView),
    papers: Type.Array(
      Type.Object({ no: Type.Integer(), name: Type.String(), kind: OneOf(paperKinds), originals: Type.Integer(), copies: Type.Integer(), verdict: OneOf(verdicts), note: Type.String(), checkedBy: Type.String(), checkedAt: OrNull(Instant()) }),
    ),
    files: Type.Array(FileRef),
    parties: Type.Array(Party),
    revealed: Type.Boolean(),
    mayReveal: Type.Boolean(),
    mayCheck: Type.Boolean(),
    fees: Type.Array(Type.Object({ name: Type.String(), amount: Dong(), state: Type.String(), method: OrNull(Type.String()), reason: Type.String() })),
    notes: Type.Array(Type.Object({ text: Type.String(), by: Type.String(), at: Instant() })),
    timeline: Type.Array(Fact),
    actions: Type.Array(ActionView),
    candidates: Type.Array(Type.Object({ position: positionId, name: Type.String(), title: Type.String(), open: Type.Integer() })),
    resultTitle: OrNull(Type.String()),
    resultSignedBy: Type.String(),
    /** The dossier before and after this one in the list it was opened from. */
    previous: OrNull(dossierId),
    next: OrNull(dossierId),
  }),
})

const act = { id: dossierId, version: Type.Integer() }
const acted = Type.Object({ id: dossierId, code: Type.String(), stepName: Type.String(), to: Type.String(), version: Type.Integer() })
const actRefusals = ['casework.not-your-turn', 'casework.step-already-taken', 'casework.action-unknown', 'casework.ended', 'casework.nobody-for-step']

export const forwardDossier = command({
  id: 'casework.forward-dossier',
  path: '/dossiers/:id/forward',
  permission: 'casework.dossier.handle',
  summary: 'Completes the current step by one of its forward actions and passes the dossier on.',
  refusals: [...actRefusals, 'casework.papers-to-fix', 'casework.papers-unseen'],
  input: Type.Object(
    { ...act, action: Type.String({ maxLength: 60 }), /** Who does the next step, where the action asks for a choice. */ to: Maybe(positionId), comment: Maybe(Type.String({ maxLength: 2000, multiline: true })) },
    closed,
  ),
  reply: acted,
})

export const forwardDossiers = command({
  id: 'casework.forward-dossiers',
  path: '/desk/forward',
  permission: 'casework.dossier.handle',
  summary: 'Passes several dossiers on, each by the only forward action of its step; says for each what happened.',
  input: Type.Object({ ids: Type.Array(dossierId, { minItems: 1, maxItems: 100 }) }, closed),
  reply: Type.Object({ done: Type.Array(acted), failed: Type.Array(Type.Object({ id: dossierId, code: Type.String(), reason: Type.String() })) }),
})

export const sendBackDossier = command({
  id: 'casework.send-back-dossier',
  path: '/dossiers/:id/send-back',
  permission: 'casework.dossier.handle',
  summary: 'Returns the dossier to an earlier step with a reason; the time used stays used.',
  refusals: [...actRefusals, 'casework.reason-missing'],
  input: Type.Object({ ...act, action: Type.String({ maxLength: 60 }), reason: Line(2000) }, closed),
  reply: acted,
})

export const signResult = command({
  id: 'casework.sign-result',
  path: '/dossiers/:id/sign',
  permission: 'casework.dossier.sign',
  summary: 'Approves the result in the leader\'s name (digital signature follows in its own module).',
  refusals: [...actRefusals, 'casework.result-missing'],
  input: Type.Object({ ...act, action: Type.String({ maxLength: 60 }), title: Maybe(Type.String({ maxLength: 300 })), comment: Maybe(Type.String({ maxLength: 2000, multiline: true })) }, closed),
  reply: acted,
})

export const numberResult = command({
  id: 'casework.number-result',
  path: '/dossiers/:id/number',
  permission: 'casework.dossier.number',
  summary: 'Gives the signed result its number and date, ends processing and hands it to the counter.',
  refusals: [...actRefusals, 'casework.not-signed'],
  input: Type.Object({ ...act, action: Type.String({ maxLength: 60 }) }, closed),
  reply: Type.Object({ ...acted.properties, resultNo: Type.String() }),
})

export const returnResult = command({
  id: 'casework.return-result',
  path: '/dossiers/:id/return',
  permission: 'casework.dossier.return',
  summary: 'Hands the result to the applicant or proxy and closes the dossier (Decree 118/2025 Art. 22).',
  refusals: ['casework.not-ready-to-return', 'casework.already-returned', 'casework.collector-missing'],
  input: Type.Object({ ...act, collector: OneOf(['applicant', 'owner', 'proxy', 'post'] as const), collectorName: Maybe(Type.String({ maxLength: 200 })), paper: Maybe(Type.String({ maxLength: 200 })) }, closed),
  reply: acted,
})

export const assignDossier = command({
  id: 'casework.assign-dossier',
  path: '/dossiers/:id/assign',
  permission: 'casework.dossier.assign',
  summary: 'Gives the current step to a person of the unit, or takes it from one to another with a reason.',
  refusals: ['casework.holder-not-in-unit', 'casework.ended', 'casework.reason-missing'],
  input: Type.Object({ ...act, to: positionId, reason: Maybe(Type.String({ maxLength: 500 })) }, closed),
  reply: acted,
})

export const assignDossiers = command({
  id: 'casework.assign-dossiers',
  path: '/desk/assign',
  permission: 'casework.dossier.assign',
  summary: 'Gives several dossiers to one person; says for each what happened.',
  input: Type.Object({ ids: Type.Array(dossierId, { minItems: 1, maxItems: 100 }), to: positionId, reason: Maybe(Type.String({ maxLength: 500 })) }, closed),
  reply: forwardDossiers.reply,
})

export const claimDossier = command({
  id: 'casework.claim-dossier',
  path: '/dossiers/:id/claim',
  permission: 'casework.dossier.handle',
  summary: 'Takes an unassigned dossier of the own unit.',
  refusals: ['casework.already-claimed', 'casework.not-your-turn', 'casework.ended'],
  input: Type.Object(act, closed),
  reply: acted,
})

export const checkPaper = command({
  id: 'casework.check-paper',
  path: '/dossiers/:id/papers/:no/check',
  permission: 'casework.dossier.handle',
  summary: 'Records the verdict on one paper.',
  refusals: ['casework.not-your-turn', 'casework.ended', 'casework.reason-missing'],
  input: Type.Object({ id: dossierId, no: Type.Integer({ minimum: 1 }), verdict: OneOf(verdicts), note: Maybe(Type.String({ maxLength: 500 })) }, closed),
  reply: Type.Object({ id: dossierId, no: Type.Integer(), verdict: OneOf(verdicts) }),
})

export const attachScan = command({
  id: 'casework.attach-scan',
  path: '/dossiers/:id/files',
  permission: 'casework.dossier.read',
  summary: 'Adds scans or files to a paper of the dossier, or to the dossier as a whole.',
  refusals: ['casework.ended', 'casework.not-your-turn'],
  input: Type.Object({ id: dossierId, paper: Maybe(Type.Integer({ minimum: 1 })), files: Type.Array(Upload, { minItems: 1, maxItems: 20 }) }, closed),
  reply: Type.Object({ id: dossierId, files: Type.Array(IdOf<'file'>()) }),
})

export const writeNote = command({
  id: 'casework.write-note',
  path: '/dossiers/:id/notes',
  permission: 'casework.dossier.read',
  summary: 'Adds a note that colleagues who see the dossier can read; the citizen cannot.',
  input: Type.Object({ id: dossierId, text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S', multiline: true }) }, closed),
  reply: Type.Object({ id: dossierId }),
})

export const revealPersonal = command({
  id: 'casework.reveal-personal',
  path: '/dossiers/:id/reveal',
  permission: 'casework.personal.read',
  summary: 'Shows the full personal data of this dossier to the actor for fifteen minutes; the reading is journalled with its reason.',
  input: Type.Object({ id: dossierId, reason: Line(300) }, closed),
  reply: Type.Object({ id: dossierId, parties: Type.Array(Party), until: Instant() }),
})

export const receiptPdf = query({
  id: 'casework.receipt',
  path: '/dossiers/:id/receipt.pdf',
  permission: 'casework.dossier.read',
  summary: 'The receipt slip (Form 01, TT 03/2025) with barcode and tracking QR.',
  input: Type.Object({ id: dossierId, size: Maybe(OneOf(['A4', 'A5'] as const)) }, closed),
  reply: Download,
})

export const controlSheetPdf = query({
  id: 'casework.control-sheet',
  path: '/dossiers/:id/control-sheet.pdf',
  permission: 'casework.dossier.read',
  summary: 'The control sheet (Form 06): every hand-over with its times.',
  input: Type.Object({ id: dossierId }, closed),
  reply: Download,
})

export const phases = ['receiving', 'checking', 'signing', 'returning'] as const
export const Progress = Type.Object({
  phase: OneOf(phases),
  state: OneOf(['done', 'now', 'later'] as const),
  /** Who has it, or had it last. */
  who: Type.String(),
  /** When it was done; for the running one when its step is due. */
  doneAt: OrNull(Instant()),
  dueAt: OrNull(Instant()),
})
export type Progress = Static<typeof Progress>

/** The citizen's page: code and the secret printed on the slip, no account. */
export const track = query({
  id: 'casework.track',
  path: '/track',
  permission: 'public',
  perMinute: 30,
  summary: 'Where a dossier is, for whoever holds its code and the secret on the receipt; names masked, no identifiers.',
  input: Type.Object({ code: Maybe(Type.String({ maxLength: 60 })), secret: Maybe(Type.String({ maxLength: 20 })) }, closed),
  reply: Type.Object({
    /** What was asked for when nothing is shown: the secret is missing, or no dossier has this code and secret. */
    asked: OrNull(Type.Object({ code: Type.String(), problem: OneOf(['secret-missing', 'unknown'] as const) })),
    found: OrNull(
      Type.Object({
        code: Type.String(),
        applicant: Type.String(),
        procedureName: Type.String(),
        timeText: Type.String(),
        agencyName: Type.String(),
        agencyPhone: Type.String(),
        state: OneOf(dossierStates),
        promise: PromiseView,
        remaining: Remaining,
        stepName: Type.String(),
        steps: Type.Array(StepView),
        /** The steps as four that a citizen knows. */
        progress: Type.Array(Progress),
        pickup: OneOf(pickups),
        receivedAt: Instant(),
        finishedAt: OrNull(Instant()),
        returnedAt: OrNull(Instant()),
      }),
    ),
  }),
})

/** A leader with ten minutes: what needs me, what is late and where. */
export const leaderDesk = query({
  id: 'casework.leader-desk',
  path: '/leader',
  permission: 'casework.dossier.sign',
  summary: 'What waits for the leader\'s signature, most urgent first, and where dossiers are late.',
  input: Type.Object({}, closed),
  reply: Type.Object({
    toSign: Type.Integer(),
    late: Type.Integer(),
    dueToday: Type.Integer(),
    cards: Type.Array(Type.Object({ ...DossierRow.properties, submittedBy: Type.String(), submittedAt: Instant(), action: OrNull(Type.String()), backAction: OrNull(Type.String()) })),
    lateBy: Type.Array(Type.Object({ unit: OrNull(IdOf<'unit'>()), unitName: Type.String(), count: Type.Integer(), longestMinutes: Type.Integer(), stepName: Type.String() })),
  }),
})
