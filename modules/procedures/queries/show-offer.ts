import { covers, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { showOffer as endpoint } from '../contract/offer.ts'
import { changedTerms } from '../domain/offer-terms.ts'
import { diffRecords } from '../domain/record-change.ts'
import type { NationalRecord } from '../domain/record-shape.ts'
import { termsOf, type OfferRow } from '../store/offer.ts'
import type { Tables } from '../store/tables.ts'
import { headOf, namedOffer, type NamedOffer } from './held-offer.ts'

type Reply = ReplyOf<typeof endpoint>

/** One offer, its revisions, and what the newest record would change. */
export async function showOffer(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Reply> {
  const offer = await namedOffer(ctx, input.offer)
  const [revisions, newer] = await Promise.all([readRevisions(ctx, offer), readNewer(ctx, offer)])
  const { agency } = offer
  return {
    ...headOf(offer),
    unitName: offer.unit_name,
    process: { id: offer.process, name: offer.process_name, no: offer.process_no, totalHours: offer.process_hours },
    revisions: revisions.map((row, i) => revisionLine(row, revisions[i + 1])),
    newer,
    mayEdit: offer.valid_to === null && covers(ctx.actor, 'procedures.offer.edit', { agency }),
  }
}

type Revision = OfferRow & { version_no: number }

async function readRevisions(ctx: Ctx, offer: NamedOffer): Promise<Revision[]> {
  const found = await sql<Revision>`
    select o.*, v.no as version_no from procedures.offer o join procedures.version v on v.id = o.version
    where o.agency = ${offer.agency}::uuid and o.procedure = ${offer.procedure}::uuid
    order by o.valid_from desc, o.revision desc limit 50`.execute(tables<Tables>(ctx.db))
  return found.rows
}

/** A revision and what it changed; the first one of an offer that was opened anew changed nothing. */
function revisionLine(row: Revision, before: Revision | undefined): Reply['revisions'][number] {
  const { id, revision, valid_from: validFrom, valid_to: validTo, version_no: versionNo } = row
  const changes =
    before && revision > 1
      ? [
          ...changedTerms(termsOf(before), termsOf(row)),
          ...(before.process === row.process ? [] : ['process']),
          ...(before.handling_unit === row.handling_unit ? [] : ['handlingUnit']),
          ...(before.open === row.open ? [] : ['open']),
          ...(before.version === row.version ? [] : ['version']),
        ]
      : []
  return { id, revision, validFrom, validTo, versionNo, changes }
}

type Newer = { id: Id<'version'>; no: number; valid_from: string; content: NationalRecord; pinned: NationalRecord }

async function readNewer(ctx: Ctx, offer: NamedOffer): Promise<Reply['newer']> {
  if (offer.valid_to !== null) return null
  const found = await sql<Newer>`
    select v.id, v.no, v.valid_from, v.content, w.content as pinned
    from procedures.procedure p join procedures.version v on v.id = p.current join procedures.version w on w.id = ${offer.version}::uuid
    where p.id = ${offer.procedure}::uuid and v.id <> w.id`.execute(tables<Tables>(ctx.db))
  const newer = found.rows[0]
  if (!newer) return null
  const { id, no, valid_from: validFrom, content, pinned } = newer
  return { id, no, validFrom, changes: diffRecords(pinned, content) }
}
