import { formatDate, formatMoney, formatNumber } from '@congso/ui'
import type { TariffView } from '../contract.ts'
import type { vi } from './texts.vi.ts'

/** What a tariff costs, a line for each price it knows. */
export function priceWords(t: typeof vi, tariff: TariffView): string[] {
  const { price, online, postal, tierFrom, tierPrice, most, unit } = tariff
  const lines = [price === 0 ? t.tariff.free : `${formatMoney(price)}/${unit}`]
  if (tierFrom !== null && tierPrice !== null) lines.push(t.tariff.tier(formatNumber(tierFrom), formatMoney(tierPrice)))
  if (most !== null) lines.push(t.tariff.most(formatMoney(most)))
  if (online !== null) lines.push(`${t.channels.online}: ${formatMoney(online)}`)
  if (postal !== null) lines.push(`${t.channels.postal}: ${formatMoney(postal)}`)
  return lines
}

/** When a tariff holds. */
export function timeWords(t: typeof vi, { validFrom, validTo }: TariffView): string {
  const from = formatDate(validFrom)
  return validTo ? t.tariff.between(from, formatDate(validTo)) : t.tariff.from(from)
}
