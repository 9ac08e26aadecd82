import { covers, holds, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type * as contract from '../contract.ts'
import { earliestChange } from '../domain/series-change.ts'
import { tryPattern } from '../domain/trial.ts'
import { numberOf, pageOfNumbers, periodsOf } from './number.ts'
import { agenciesIn, historyOf, kindsOfSeries, pageOfSeries, seriesById } from './series.ts'

const pageSize = 50

/** The list of series. */
export async function listSeries(
  ctx: Ctx,
  input: InputOf<typeof contract.listSeries>,
): Promise<ReplyOf<typeof contract.listSeries>> {
  const scope = ctx.scope('numbering.series.read')
  const [series, kinds] = await Promise.all([
    pageOfSeries(ctx.db, scope, ctx.now, { ...input, limit: pageSize + 1 }),
    kindsOfSeries(ctx.db, scope),
  ])
  const more = series.length > pageSize
  const shown = series.slice(0, pageSize)
  return {
    series: shown,
    kinds,
    after: more ? (shown.at(-1)?.id ?? null) : null,
    mayDefine: holds(ctx.actor, 'numbering.series.edit'),
  }
}

/** What the form for a new series needs. */
export async function newSeries(
  ctx: Ctx,
  input: InputOf<typeof contract.newSeries>,
): Promise<ReplyOf<typeof contract.newSeries>> {
  const scope = ctx.scope('numbering.series.edit')
  const today = localDate(ctx.now)
  const agencies = await agenciesIn(ctx.db, scope, ctx.now)
  const trial = tryPattern({ kind: '', agencyCode: agencies[0]?.code ?? '', shared: false }, input.pattern, today)
  return { agencies, mayShare: scope.all === true, today, trial }
}

/** One series with its history. */
export async function openSeries(
  ctx: Ctx,
  input: InputOf<typeof contract.openSeries>,
): Promise<ReplyOf<typeof contract.openSeries>> {
  const [series, history] = await Promise.all([
    seriesById(ctx.db, ctx.scope('numbering.series.read'), ctx.now, input.series),
    historyOf(ctx.db, input.series),
  ])
  if (!series) return notFound()
  const { agency, agencyCode, kind } = series
  const today = localDate(ctx.now)
  return {
    series,
    ...history,
    changeFrom: earliestChange(today, history.lastIssuedOn),
    mayEdit: covers(ctx.actor, 'numbering.series.edit', { agency }),
    trial: tryPattern({ kind, agencyCode, shared: agency === null }, input.pattern, today),
  }
}

/** A page of the register of numbers. */
export async function listNumbers(
  ctx: Ctx,
  input: InputOf<typeof contract.listNumbers>,
): Promise<ReplyOf<typeof contract.listNumbers>> {
  const series = (await seriesById(ctx.db, ctx.scope('numbering.series.read'), ctx.now, input.series)) ?? notFound()
  const [period = '', value] = input.after?.split('_') ?? []
  const after = value === undefined ? undefined : { period, value: Number(value) }
  const [numbers, periods] = await Promise.all([
    pageOfNumbers(ctx.db, input.series, { ...input, after, limit: pageSize + 1 }),
    periodsOf(ctx.db, input.series),
  ])
  const shown = numbers.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    series,
    periods,
    numbers: shown,
    after: numbers.length > pageSize && last ? `${last.period}_${last.value}` : null,
    mayVoid: covers(ctx.actor, 'numbering.number.void', { agency: series.agency }),
  }
}

/** One number of the register. */
export async function openNumber(
  ctx: Ctx,
  input: InputOf<typeof contract.openNumber>,
): Promise<ReplyOf<typeof contract.openNumber>> {
  const [series, number] = await Promise.all([
    seriesById(ctx.db, ctx.scope('numbering.series.read'), ctx.now, input.series),
    numberOf(ctx.db, input.series, input.period, input.value),
  ])
  if (!series || !number) return notFound()
  return { series, number, mayVoid: covers(ctx.actor, 'numbering.number.void', { agency: series.agency }) }
}
