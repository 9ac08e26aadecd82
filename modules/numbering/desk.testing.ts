import { anonymous, command, IdOf, iso, Line, Type, type Actor, type Id } from '@congso/kernel/contract'
import { defineModule, handle } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice } from '@congso/directory/testing'
import { allocate, ensureSeries, seriesFor } from './index.ts'
import { numbering } from './module.ts'

const permission = 'public'
const recordsNothing = 'a test of numbers'

/** Draws a number of a series as other modules do: inside a command, which may fail afterwards. */
export const draw = command({
  id: 'desk.draw',
  path: '/draw',
  permission,
  recordsNothing,
  summary: 'Draws a number of a series.',
  input: Type.Object({ series: IdOf<'series'>(), fail: Type.Boolean() }),
  reply: Type.Object({ value: Type.Integer(), text: Type.String(), period: Type.String() }),
})

/** Draws a number of a kind, from the agency's series, made when there is none. */
export const drawOf = command({
  id: 'desk.draw-of',
  path: '/draw-of',
  permission,
  recordsNothing,
  summary: 'Draws a number of a kind.',
  input: Type.Object({ kind: Line(), agency: IdOf<'agency'>(), pattern: Type.Optional(Line()) }),
  reply: Type.Object({ series: IdOf<'series'>(), text: Type.String() }),
})

const desk = defineModule({
  name: 'desk',
  permissions: [],
  handlers: [
    handle(draw, async (ctx, input) => {
      const number = await allocate(ctx.db, input.series, ctx.now)
      if (input.fail) throw new Error('failed on purpose')
      return number
    }),
    handle(drawOf, async (ctx, { kind, agency, pattern }) => {
      const wanted = { kind, agency, at: ctx.now }
      const series = pattern
        ? await ensureSeries(ctx.db, { ...wanted, pattern, reset: 'yearly' })
        : await seriesFor(ctx.db, wanted)
      return { series, text: (await allocate(ctx.db, series, ctx.now)).text }
    }),
  ],
  pages: [],
  forms: [],
  texts: { vi: { refusals: {}, permissions: {} }, en: { refusals: {}, permissions: {} } },
})

export type Desk = {
  house: House
  /** Xã Tân Hòa (H99.15) and phường An Bình (H99.16). */
  tanHoa: Id<'agency'>
  anBinh: Id<'agency'>
  /** Keeps the registers of Tân Hòa; the stranger those of An Bình. */
  keeper: Actor
  stranger: Actor
  /** The next number of a series at a moment, in a transaction of its own. */
  take(series: Id<'series'>, at: number): Promise<Number>
  /** The texts of the next numbers at these moments. */
  texts(series: Id<'series'>, ...moments: number[]): Promise<string[]>
}
type Number = { value: number; text: string; period: string }

/** A house with the office of the mock-ups and a desk that draws numbers. */
export async function openDesk(options: Parameters<typeof openHouse>[1] = {}): Promise<Desk> {
  const house = await openHouse([directory, numbering, desk], options)
  const office = await buildOffice(house)
  const anBinh = office.communes[1] ?? office.agency
  const take = async (series: Id<'series'>, at: number) => await takeOne(house.pool, series, at)
  await house.facts()
  return {
    house,
    tanHoa: office.agency,
    anBinh,
    keeper: personWith(office.agency, 'numbering.series.read', 'numbering.series.edit', 'numbering.number.void'),
    stranger: personWith(anBinh, 'numbering.series.read', 'numbering.series.edit', 'numbering.number.void'),
    take,
    async texts(series, ...moments) {
      const found: string[] = []
      for (const at of moments) found.push((await take(series, at)).text)
      return found
    },
  }
}

/** Somebody of an agency with these permissions over it. */
export function personWith(agency: Id<'agency'>, ...permissions: string[]): Actor {
  const rights = Object.fromEntries(permissions.map(name => [name, { agencies: [agency] }]))
  return { ...anonymous, kind: 'person', name: 'Lê Thu Hằng', agency, rights }
}

async function takeOne(pool: House['pool'], series: Id<'series'>, at: number): Promise<Number> {
  const found = await pool.query<Number>('select * from numbering.allocate($1, $2)', [series, iso(at)])
  const number = found.rows[0]
  if (!number) throw new Error('no number')
  return number
}
