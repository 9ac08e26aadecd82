import { holds, localDate, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { showProcedure as endpoint } from '../contract/catalogue.ts'
import { diffRecords } from '../domain/record-change.ts'
import type { NationalRecord, Unparsed } from '../domain/record-shape.ts'
import type { OnlineLevel } from '../domain/online-level.ts'
import { inForce } from '../store/in-force.ts'
import type { Tables } from '../store/tables.ts'
import { editableAgencies } from './agencies.ts'

type Reply = ReplyOf<typeof endpoint>
type Version = {
  id: Id<'version'>
  no: number
  name: string
  decision: string
  source: string
  validFrom: string
  validTo: string | null
  importedAt: string
  content: NationalRecord
  unparsed: Unparsed[]
  onlineLevel: OnlineLevel | null
  current: boolean
}

/** One record as published, beside its other versions; a number that does not exist is not found. */
export async function showProcedure(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Reply> {
  const [versions, offers, agencies] = await Promise.all([
    readVersions(ctx, input.procedure),
    readOffers(ctx, input.procedure),
    holds(ctx.actor, 'procedures.offer.edit')
      ? editableAgencies(ctx.db, ctx.scope('procedures.offer.edit'), localDate(ctx.now))
      : [],
  ])
  const shown = versions.find(each => (input.no === undefined ? each.current : each.no === input.no)) ?? notFound()
  const offering = new Set(offers.map(offer => offer.agency))
  return {
    id: input.procedure,
    code: shown.content.code,
    no: shown.no,
    isCurrent: shown.current,
    validFrom: shown.validFrom,
    validTo: shown.validTo,
    source: shown.source,
    onlineLevel: shown.onlineLevel,
    record: shown.content,
    unparsed: shown.unparsed,
    versions: versions.map((version, i) => lineOf(version, versions[i + 1])),
    offers,
    mayOffer: agencies.filter(agency => !offering.has(agency.id)),
  }
}

/** A version with what it changed of the one before; versions come newest first. */
function lineOf(version: Version, before: Version | undefined): Reply['versions'][number] {
  const { no, name, decision, source, validFrom, validTo, importedAt, content } = version
  const changes = before ? diffRecords(before.content, content) : []
  return { no, name, decision, source, validFrom, validTo, importedAt, changes }
}

async function readVersions(ctx: Ctx, procedure: Id<'procedure'>): Promise<Version[]> {
  const found = await sql<Version>`
    select v.id, v.no, v.name, v.decision, v.source, v.valid_from as "validFrom", v.valid_to as "validTo", v.imported_at as "importedAt",
      v.content, v.unparsed, nullif(v.online_level, '') as "onlineLevel", v.id = p.current as current
    from procedures.version v join procedures.procedure p on p.id = v.procedure
    where v.procedure = ${procedure}::uuid order by v.no desc`.execute(tables<Tables>(ctx.db))
  return found.rows
}

async function readOffers(ctx: Ctx, procedure: Id<'procedure'>): Promise<Reply['offers']> {
  const found = await sql<Reply['offers'][number]>`
    select o.id, o.agency, a.name as "agencyName", o.limit_amount::float8 as "limitAmount", o.limit_unit as "limitUnit", o.open, v.no as "versionNo"
    from procedures.offer o join directory.pub_agency a on a.id = o.agency join procedures.version v on v.id = o.version
    where o.procedure = ${procedure}::uuid and ${inForce(ctx.now)} order by a.code`.execute(tables<Tables>(ctx.db))
  return found.rows
}
