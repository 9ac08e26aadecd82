import { localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { AdminUnit, FormerCommune } from '../../../domain/admin-unit.ts'
import {
  buildAddressIndex,
  resolveOldAddress,
  type AddressAnswer,
  type WrittenAddress,
} from '../../../domain/old-address.ts'
import { readingsOf } from '../../../domain/place-name.ts'
import type { Tables } from '../../store/tables.ts'
import type { resolveAddress as endpoint } from '../contract.ts'

type Asked = InputOf<typeof endpoint>

/** Resolves an old address: the database gives what could be meant, the domain decides and never guesses. */
export async function resolveAddress(ctx: Ctx, input: Asked): Promise<ReplyOf<typeof endpoint>> {
  const { province = '', district = '', commune = '' } = input
  const echo = { province, district, commune }
  if (!district.trim() && !commune.trim()) return { ...echo, answer: null }
  const { units, former } = await narrowed(ctx.db, echo)
  const answer = resolveOldAddress(buildAddressIndex(units, former, localDate(ctx.now)), written(echo))
  const provinceOf = (code: string | null) => units.find(one => one.code === code)?.fullName ?? ''
  return {
    ...echo,
    answer: {
      outcome: answer.outcome,
      why: answer.outcome === 'several' ? answer.why : null,
      unknown: answer.outcome === 'none' ? unknownOf(answer.unknown, echo) : null,
      candidates: answer.candidates.map(({ unit, former: old, reason }) => ({
        code: unit.code,
        fullName: unit.fullName,
        province: provinceOf(unit.parentCode),
        former: old && [old.name, old.district, old.province].filter(Boolean).join(', '),
        reason,
      })),
    },
  }
}

function written(echo: { province: string; district: string; commune: string }): WrittenAddress {
  const given = Object.entries(echo).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(given)
}

/** Without a province nothing of it can be unknown, whatever the narrowed list says. */
function unknownOf(
  unknown: (AddressAnswer & { outcome: 'none' })['unknown'],
  echo: { province: string; commune: string },
) {
  if (unknown !== 'province' || echo.province.trim()) return unknown
  return echo.commune.trim() ? 'commune' : 'district'
}

/**
 * The former communes and present units that could be meant: those of the province when one is given, else those in whose
 * name the commune or district occurs. Wider than needed, since the domain reads names exactly.
 */
async function narrowed(db: Db, echo: { province: string; district: string; commune: string }) {
  const patterns = patternsOf(echo)
  const found = await sql<{ former: FormerCommune[]; units: AdminUnit[] }>`
    with province as (
      select code from directory.admin_unit where level = 'province' and ${bare('search')} like any (${patterns.province}::text[])
    ), hit as (
      select c.* from directory.admin_unit_change c join directory.admin_unit n on n.code = c.new_code
      where case when ${patterns.province.length > 0}
        then ${bare('c.search')} like any (${patterns.province}::text[]) or n.parent in (select code from province)
        else ${bare('c.search')} like any (${patterns.part}::text[]) end
    ), place as (
      select u.code, u.parent from directory.admin_unit u
      where u.code in (select new_code from hit) or u.level = 'commune' and ${bare('u.search')} like any (${patterns.part}::text[])
    ), wanted as (
      select code from place union select parent from place where parent is not null
    )
    select
      (select coalesce(json_agg(f), '[]') from (
        select nullif(min(old_code), '') as code, old_name as name, old_district as district, old_province as province,
          json_agg(new_code order by new_code) as successors
        from hit group by old_name, old_district, old_province) f) as former,
      (select coalesce(json_agg(json_build_object('code', v.code, 'level', a.level, 'type', v.kind, 'name', v.name,
          'fullName', v.full_name, 'parentCode', v.parent, 'validFrom', v.valid_from, 'validTo', v.valid_to, 'decree', v.decree)), '[]')
        from directory.admin_unit_version v join directory.admin_unit a using (code) where v.code in (select code from wanted)) as units`.execute(
    tables<Tables>(db),
  )
  return found.rows[0] ?? { former: [], units: [] }
}

/** LIKE patterns of every reading; words in their order, whatever stands between them. */
function patternsOf(echo: { province: string; district: string; commune: string }) {
  const like = (names: readonly { folded: string }[]) =>
    names
      .filter(one => one.folded !== '')
      .map(
        one =>
          `%${one.folded
            .replace(/[\\%_]/g, '')
            .split(' ')
            .join('%')}%`,
      )
  const commune = readingsOf(echo.commune, 'commune')
  const district = readingsOf(echo.district, 'district')
  return {
    province: like(readingsOf(echo.province, 'province')),
    part: like(commune.length > 0 ? commune : district),
  }
}

/** A folded name without the marks that people leave out: `Ea H'leo` is found as `ea hleo`. */
function bare(column: string) {
  return sql`translate(${sql.ref(column)}, '''’ʼ\`', '')`
}
