import { covers, holds, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type * as contract from '../contract.ts'
import { reckonFee } from '../domain/fee-rule.ts'
import { agenciesIn, countTariffs, pageOfTariffs, tariffById, tariffsFor } from './tariff.ts'

const pageSize = 50

/** The list of tariffs. */
export async function listTariffs(
  ctx: Ctx,
  input: InputOf<typeof contract.listTariffs>,
): Promise<ReplyOf<typeof contract.listTariffs>> {
  const scope = ctx.scope('payments.tariff.read')
  const today = localDate(ctx.now)
  const [found, total] = await Promise.all([
    pageOfTariffs(ctx.db, scope, today, { ...input, limit: pageSize + 1 }),
    countTariffs(ctx.db, scope, today, input),
  ])
  const tariffs = found.slice(0, pageSize)
  return {
    tariffs,
    total,
    after: found.length > pageSize ? (tariffs.at(-1)?.id ?? null) : null,
    maySet: holds(ctx.actor, 'payments.tariff.edit'),
  }
}

/** What the form for a tariff needs. */
export async function newTariff(ctx: Ctx): Promise<ReplyOf<typeof contract.newTariff>> {
  const scope = ctx.scope('payments.tariff.edit')
  const today = localDate(ctx.now)
  return { agencies: await agenciesIn(ctx.db, scope, today), mayShare: scope.all === true, today }
}

/** One tariff with the fee of a case. */
export async function openTariff(
  ctx: Ctx,
  input: InputOf<typeof contract.openTariff>,
): Promise<ReplyOf<typeof contract.openTariff>> {
  const tariff = (await tariffById(ctx.db, ctx.scope('payments.tariff.read'), input.tariff)) ?? notFound()
  const { quantity = 1, copies = 1, channel = 'direct', exempt = false } = input
  // Only an exemption the tariff itself grants can hold.
  const given = { quantity, copies, channel, exempt: exempt && tariff.exemption !== '' }
  const reckoned = reckonFee(tariff, given)
  return {
    tariff,
    given,
    reckoning: 'fault' in reckoned ? { fault: reckoned.fault, amount: null, lines: [] } : { fault: null, ...reckoned },
    today: localDate(ctx.now),
    mayEnd: tariff.validTo === null && covers(ctx.actor, 'payments.tariff.edit', { agency: tariff.agency }),
  }
}

/** What a procedure costs at an agency on a day; prices are public, so every reader may ask for every agency. */
export async function listFees(
  ctx: Ctx,
  input: InputOf<typeof contract.listFees>,
): Promise<ReplyOf<typeof contract.listFees>> {
  const { agency, procedure, on = localDate(ctx.now) } = input
  return { tariffs: await tariffsFor(ctx.db, { agency, procedure, on }) }
}
