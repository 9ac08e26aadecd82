import { epoch, fold, iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { calendarFor } from '@congso/worktime'
import { inForce } from '@congso/procedures'
import { sql } from 'kysely'
import { channels, type findOffers as findEndpoint, type intakePage as endpoint } from '../contract.ts'
import { ownIssuer } from './issuer.ts'
import { intakeFacts } from './offer.ts'
import { promiseView } from './promise.ts'

type View = ReplyOf<typeof endpoint>
type Chosen = NonNullable<View['chosen']>

/** The counter page: procedures by what was typed, and what the chosen one asks for and would promise now. */
export async function readIntake(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<View> {
  const [drafts, issuer] = await Promise.all([readDrafts(ctx, input.draft), ownIssuer(ctx)])
  const offer = input.offer ?? textIn(drafts.open?.content, 'offer')
  const caseKey = input.caseKey ?? textIn(drafts.open?.content, 'caseKey')
  return {
    offers: offer ? [] : await offersFor(ctx, input.q ?? ''),
    chosen: offer ? await chosenOffer(ctx, offer, caseKey) : null,
    drafts: drafts.list,
    draft: drafts.open,
    issuer,
    clerk: ctx.actor.name,
  }
}

/** Procedures for the box in which one is found by typing. */
export async function findOffers(ctx: Ctx, input: InputOf<typeof findEndpoint>): Promise<ReplyOf<typeof findEndpoint>> {
  const offers = await offersFor(ctx, input.q ?? '')
  return {
    items: offers.map(({ offer, name, code, field, agencyName }) => ({
      value: offer,
      label: name,
      note: [code, field, agencyName].filter(Boolean).join(' · '),
    })),
  }
}

function textIn(content: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = content?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What the counter may receive: offers of its own agency first, then of any other agency of the province. */
async function offersFor(ctx: Ctx, q: string): Promise<View['offers']> {
  const words = fold(q).split(' ').filter(Boolean).slice(0, 6)
  const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const every =
    words.length === 0
      ? sql`true`
      : sql.join(
          words.map(word => sql`o.search like ${like(word)}`),
          sql` and `,
        )
  const initials = words.length === 1 && words[0] ? sql`or o.initials like ${like(words[0])}` : sql``
  const found = await sql<View['offers'][number]>`
    select o.id as offer, o.code, o.name, o.field, trim_scale(o.limit_amount)::text || ' ' || o.limit_unit as "timeText", a.name as "agencyName"
    from procedures.pub_offer o join directory.pub_agency a on a.id = o.agency
    where ${inForce(ctx.now)} and o.open and ((${every}) ${initials})
    order by o.agency <> ${ctx.actor.agency}::uuid, (select count(*) from casework.dossier d where d.offer = o.id and d.received_at > ${iso(ctx.now - 30 * 86_400_000)} and d.agency = o.agency) desc, o.name
    limit 30`.execute(tables<unknown>(ctx.db))
  return found.rows
}

async function chosenOffer(ctx: Ctx, id: string, caseKey: string | undefined): Promise<Chosen> {
  const { offer } = await intakeFacts(ctx.db, id, ctx.actor.agency ?? '00000000-0000-0000-0000-000000000000', ctx.now)
  const chosen = offer.cases.find(one => one.key === caseKey)
  const papers = chosen?.papers ? offer.papers.filter(paper => chosen.papers?.includes(paper.no)) : offer.papers
  const limit = {
    amount: chosen?.amount ?? Number(offer.limit_amount),
    unit: chosen?.unit ?? offer.limit_unit,
    cutOff: offer.cut_off,
    dueTime: offer.due_time,
  }
  return {
    offer: offer.id,
    version: offer.revision,
    code: offer.code,
    name: offer.name,
    field: offer.field,
    agencyName: offer.agency_name,
    decision: offer.decision,
    timeText: `${limit.amount} ${limit.unit}`,
    channels: channels.filter(channel => offer.channels.includes(channel)),
    cases: offer.cases.map(one => ({ key: one.key, name: one.name })),
    caseKey: chosen?.key ?? null,
    papers: papers.map(paper => ({
      no: paper.no,
      group: paper.group ?? '',
      name: paper.name,
      kind: paper.kind,
      originals: paper.originals,
      copies: paper.copies,
      form: paper.form ?? '',
    })),
    fees: offer.fees,
    promise: promiseView(limit, ctx.now, await calendarFor(ctx.db, offer.agency), ctx.now),
    conditions: '',
  }
}

async function readDrafts(ctx: Ctx, open: string | undefined): Promise<{ list: View['drafts']; open: View['draft'] }> {
  const found = await sql<{
    id: View['drafts'][number]['id']
    title: string
    updated_at: string
    content: Record<string, unknown>
  }>`
    select id, title, updated_at, case when id = ${open ?? null}::uuid then content end as content from casework.draft where account = ${ctx.actor.account}::uuid order by updated_at desc limit 20`.execute(
    tables<unknown>(ctx.db),
  )
  const chosen = found.rows.find(row => row.id === open)
  return {
    list: found.rows.map(row => ({ id: row.id, title: row.title, updatedAt: iso(epoch(row.updated_at)) })),
    open: chosen ? { id: chosen.id, content: chosen.content } : null,
  }
}
