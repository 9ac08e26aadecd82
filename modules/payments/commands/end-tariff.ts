import { covers, forbidden, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type endTariff as endpoint } from '../contract.ts'
import { tariffEnded } from '../events.ts'
import { tariffById } from '../queries/tariff.ts'
import { closeTariff, holdTariff } from '../store/tariff.ts'

/** Ends a tariff from a day on: not before today, as fees of earlier days were reckoned by it. */
export async function endTariff(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const tariff = (await holdTariff(ctx.db, input.tariff)) ?? notFound()
  const { agency, procedure, name } = tariff
  if (!covers(ctx.actor, 'payments.tariff.edit', { agency })) {
    if (!(await tariffById(ctx.db, ctx.scope('payments.tariff.edit'), input.tariff))) notFound()
    forbidden('payments.tariff.edit')
  }
  if (tariff.valid_to !== null) refuse('payments.already-ended', { date: tariff.valid_to }, 'from')
  const today = localDate(ctx.now)
  if (input.from < today || input.from <= tariff.valid_from) refuse('payments.end-too-early', {}, 'from')
  await closeTariff(ctx.db, input.tariff, input.from)
  ctx.record(tariffEnded, {
    subject: input.tariff,
    data: { procedure, name, from: input.from },
    ...(agency ? { agency } : {}),
  })
  return { tariff: input.tariff }
}
