import { covers, forbidden, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { refuse, type setTariff as endpoint } from '../contract.ts'
import { ruleFault, type FeeFault, type FeeRule } from '../domain/fee-rule.ts'
import { tariffSet } from '../events.ts'
import { agenciesIn } from '../queries/tariff.ts'
import { insertTariff } from '../store/tariff.ts'

/** Sets a fee or charge of a procedure from a date on. */
export async function setTariff(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency ?? null
  if (!covers(ctx.actor, 'payments.tariff.edit', { agency })) forbidden('payments.tariff.edit')
  const open = await agenciesIn(ctx.db, ctx.scope('payments.tariff.edit'), localDate(ctx.now))
  if (agency !== null && !open.some(one => one.id === agency)) notFound()
  const rule = ruleOf(input)
  const fault = ruleFault(rule)
  if (fault) refuse('payments.rule-wrong', { fault }, fieldOf(fault))
  const { procedure, kind, citation, validFrom, exemption = '' } = input
  const name = input.name.trim().normalize('NFC')
  const tariff = newId<'tariff'>(ctx.now)
  const made = await insertTariff(ctx.db, {
    id: tariff,
    agency,
    procedure,
    name,
    kind,
    unit: input.unit.trim(),
    price: rule.price,
    online: rule.online,
    postal: rule.postal,
    tier_from: rule.tierFrom,
    tier_price: rule.tierPrice,
    most: rule.most,
    exemption: exemption.trim(),
    citation: citation.trim(),
    valid_from: validFrom,
  })
  if (!made) refuse('payments.tariff-exists', { name, date: validFrom }, 'validFrom')
  ctx.record(tariffSet, {
    subject: tariff,
    data: { agency, procedure, name, price: rule.price, citation, from: validFrom },
    ...(agency ? { agency } : {}),
  })
  return { tariff }
}

function ruleOf(input: InputOf<typeof endpoint>): FeeRule {
  const { price, online = null, postal = null, tierFrom = null, tierPrice = null, most = null } = input
  return { price, online, postal, tierFrom, tierPrice, most }
}

function fieldOf(fault: FeeFault): string {
  if (fault === 'most-too-low') return 'most'
  return fault === 'tier-incomplete' || fault === 'tier-too-early' ? 'tierFrom' : 'price'
}
