import { randomBytes } from 'node:crypto'
import { epoch, iso, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { attach } from '@congso/files'
import { seriesFor } from '@congso/numbering'
import { calendarFor, addOpenMinutes, openMinutesBetween, type WorkCalendar } from '@congso/worktime'
import { receiveDossier as endpoint, refuse, type PersonInput } from '../contract.ts'
import { chargedFees, checkPapers, idTail, ownerOf, receivedMoment, secretFrom } from '../domain/intake.ts'
import { dossierStates } from '../domain/dossier-state.ts'
import { promiseFor, type Limit } from '../domain/promise.ts'
import { routeStep } from '../domain/route.ts'
import { isReturnStep, stepOf } from '../domain/turn.ts'
import { dossierReceived } from '../events.ts'
import { intakeFacts, type IntakeFacts, type Offer } from '../queries/offer.ts'
import { storeReceived } from '../store/dossier.ts'
import { removeDraft } from '../store/draft.ts'

type Input = InputOf<typeof endpoint>

/** Receives a dossier: facts in one statement, decision in memory, everything written in one statement. */
export async function receiveDossier(ctx: Ctx, input: Input): Promise<ReplyOf<typeof endpoint>> {
  const receivingAgency = ctx.actor.agency ?? refuse('casework.nobody-for-step', { step: '' })
  const facts = await intakeFacts(ctx.db, input.offer, receivingAgency, ctx.now)
  const { offer } = facts
  if (!offer.open || offer.revision !== input.offerVersion || !offer.channels.includes(input.channel))
    refuse('casework.offer-closed', { name: offer.name })
  const chosen = offer.cases.find(one => one.key === input.caseKey)
  const papers = chosen?.papers ? offer.papers.filter(paper => chosen.papers?.includes(paper.no)) : offer.papers
  checkPapers(input.papers, papers)
  const other = ownerOf(input)
  const fees = chargedFees(input.fees ?? [])
  const received = receivedMoment(input.receivedAt ? epoch(input.receivedAt) : undefined, ctx.now)
  const calendar = await calendarFor(ctx.db, offer.agency)
  const limit = limitOf(offer, chosen)
  const due = promiseFor(limit, received, calendar)
  const id = newId<'dossier'>(ctx.now)
  const secret = secretFrom(randomBytes(7))
  const steps = firstSteps(ctx, facts, received, calendar, receivingAgency)
  const stored = await storeReceived(ctx.db, {
    id,
    codeSeries:
      facts.code_series ?? (await seriesFor(ctx.db, { kind: 'dossier-code', agency: receivingAgency, at: ctx.now })),
    receiptSeries:
      facts.receipt_series ?? (await seriesFor(ctx.db, { kind: 'receipt-slip', agency: receivingAgency, at: ctx.now })),
    supportAgency: input.supportAgency ?? null,
    receivingAgency,
    agency: offer.agency,
    handlingUnit: offer.handling_unit,
    offer: offer.id,
    procedureVersion: offer.version,
    process: offer.process,
    procedureCode: offer.code,
    procedureName: chosen ? `${offer.name} (${chosen.name})` : offer.name,
    field: offer.field,
    caseKey: chosen?.key ?? null,
    channel: input.channel,
    state: 'accepted',
    status: dossierStates.accepted.status,
    receivedAt: iso(received),
    receivedBy: ctx.actor.position,
    dueAt: iso(due),
    dueInputs: { ...limit, received: iso(received) },
    ...steps.current,
    applicantName: input.applicant.name,
    applicantIdTail: idTail((other ?? input.applicant).idNumber),
    summary: input.summary ?? '',
    search: searchText([input.applicant, ...(other ? [other] : [])], offer),
    secret,
    pickup: input.pickup,
    copiesOfFile: input.copiesOfFile ?? 1,
    generated: ctx.actor.kind === 'system',
    parties: partiesOf(input, other),
    papers: papers.map(paper => paperRow(paper, input)),
    steps: steps.rows,
    fees: fees.map(fee => ({ ...fee, id: newId(ctx.now) })),
  })
  for (const paper of input.papers) {
    for (const upload of paper.files ?? []) {
      await attach(ctx, {
        upload,
        ownerKind: 'casework.dossier',
        owner: id,
        agency: offer.agency,
        title: String(paper.no),
      })
    }
  }
  if (input.draft && ctx.actor.account) await removeDraft(ctx.db, input.draft, ctx.actor.account)
  ctx.record(dossierReceived, {
    subject: id,
    agency: offer.agency,
    data: {
      code: stored.code,
      receiptNo: stored.receiptNo,
      procedure: offer.code,
      agency: offer.agency,
      channel: input.channel,
      dueAt: iso(due),
    },
    personal: { applicant: input.applicant.name },
  })
  return { id, code: stored.code, receiptNo: stored.receiptNo, dueAt: iso(due), secret }
}

function limitOf(offer: Offer, chosen: Offer['cases'][number] | undefined): Limit {
  return {
    amount: chosen?.amount ?? Number(offer.limit_amount),
    unit: chosen?.unit ?? offer.limit_unit,
    cutOff: offer.cut_off,
    dueTime: offer.due_time,
  }
}

/** Receiving *is* the first step: it is done when the dossier exists, and the second one has begun. */
function firstSteps(
  ctx: Ctx,
  facts: IntakeFacts,
  received: number,
  calendar: WorkCalendar,
  receivingAgency: Id<'agency'>,
) {
  const { definition } = facts.offer
  const intake = stepOf(definition, definition.start)
  const onward = intake.actions.find(action => action.kind === 'forward') ?? intake.actions[0]
  const next = stepOf(definition, onward?.to ?? definition.start)
  const route = routeStep(next, {
    agency: facts.offer.agency,
    receivingAgency,
    handlingUnit: facts.offer.handling_unit,
    candidates: facts.candidates,
    before: {},
  })
  if (!route) return refuse('casework.nobody-for-step', { step: next.name })
  const budget = next.budgetHours === null ? null : Math.round(next.budgetHours * 60)
  const stepDue = budget === null || isReturnStep(next) ? null : iso(addOpenMinutes(calendar, ctx.now, budget))
  const first = {
    no: 1,
    key: intake.key,
    name: intake.name,
    role: intake.role,
    unit: ctx.actor.unit,
    assignee: ctx.actor.position,
    budget_minutes: intake.budgetHours === null ? null : Math.round(intake.budgetHours * 60),
    started_at: iso(received),
    due_at: null,
    finished_at: iso(ctx.now),
    finished_by: ctx.actor.position,
    action: onward?.key ?? '',
    used_minutes: openMinutesBetween(calendar, received, ctx.now),
    late: false,
  }
  const second = {
    no: 2,
    key: next.key,
    name: next.name,
    role: next.role,
    unit: route.unit,
    assignee: route.assignee,
    budget_minutes: budget,
    started_at: iso(ctx.now),
    due_at: stepDue,
  }
  return {
    rows: [first, second],
    current: {
      step: 2,
      stepKey: next.key,
      stepName: next.name,
      stepDueAt: stepDue,
      unit: route.unit,
      assignee: route.assignee,
    },
  }
}

function partiesOf(input: Input, other: PersonInput | undefined) {
  const row = (role: string, person: PersonInput) => ({
    role,
    kind: person.kind,
    name: person.name,
    id_number: person.idNumber,
    birth_date: person.birthDate,
    phone: person.phone,
    email: person.email,
    address: person.address,
    admin_unit: person.adminUnit,
    authorisation: role === 'proxy' ? input.authorisation : '',
  })
  // The applicant who acts for somebody else is the proxy; the owner is whom the result is for.
  if (other) return [row('applicant', input.applicant), row('owner', other), row('proxy', input.applicant)]
  return [row('applicant', input.applicant)]
}

function paperRow(paper: Offer['papers'][number], input: Input) {
  const given = input.papers.find(one => one.no === paper.no)
  return {
    id: newId(),
    no: paper.no,
    name: given?.name ?? paper.name,
    kind: paper.kind,
    originals: given?.originals ?? 0,
    copies: given?.copies ?? 0,
    verdict: given?.verdict ?? 'not-applicable',
    note: given?.note ?? '',
  }
}

/** Anything printed on the receipt finds the dossier; of identifiers the whole number does, but no list shows it. */
function searchText(people: readonly PersonInput[], offer: Offer): string {
  return [
    offer.name,
    offer.code,
    ...people.flatMap(person => [person.name, person.idNumber, person.phone, person.email]),
  ]
    .filter(Boolean)
    .join(' ')
}
