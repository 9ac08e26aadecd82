import type { Download, InputOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { controlSheetPdf, receiptPdf } from '../contract.ts'
import { readControlSheet } from '../queries/control-sheet.ts'
import { readReceipt, type ReceiptFacts } from '../queries/receipt.ts'
import { limitWords } from './due-words.tsx'
import { controlSheet } from './print/control-sheet.ts'
import { receiptSlip, type ReceiptSlipData } from './print/receipt-slip.ts'
import { renderPdf } from './print/render-pdf.ts'
import { words } from './print/texts.vi.ts'

/** The receipt slip of a dossier (Form 01), shown in the browser; A5 as slips are, A4 on request. */
export async function printReceipt(ctx: Ctx, input: InputOf<typeof receiptPdf>): Promise<Download> {
  const facts = await readReceipt(ctx, input)
  const body = await renderPdf(receiptSlip(slipOf(facts), input.size ?? 'A5'))
  return { name: `${facts.code}-giay-hen.pdf`, type: 'application/pdf', body, inline: true }
}

/** The control sheet of a dossier (Form 06), shown in the browser. */
export async function printControlSheet(ctx: Ctx, input: InputOf<typeof controlSheetPdf>): Promise<Download> {
  const facts = await readControlSheet(ctx, input)
  const body = await renderPdf(controlSheet({ ...facts, number: words.sheetNumber, coordinating: [] }))
  return { name: `${facts.code}-phieu-kiem-soat.pdf`, type: 'application/pdf', body, inline: true }
}

/** Where whoever holds the slip follows the dossier: the address carries what is printed beside it. */
export function trackingUrl({ publicUrl, code, secret }: Pick<ReceiptFacts, 'publicUrl' | 'code' | 'secret'>): string {
  return `${publicUrl}/track?${new URLSearchParams({ code, secret }).toString()}`
}

/** A legal time limit as forms write it: `03 ngày làm việc`. */
export function formalLimit(amount: number, unit: string): string {
  return limitWords(amount, unit, 'vi').replace(/^\d(?!\d)/, digit => `0${digit}`)
}

function slipOf(facts: ReceiptFacts): ReceiptSlipData {
  const { limit, pickup, publicUrl, ...rest } = facts
  return {
    ...rest,
    centre: facts.issuer.centre,
    fullIds: false,
    statutoryTime: formalLimit(limit.amount, limit.unit),
    pickup: words.pickups[pickup],
    register: null,
    trackingUrl: trackingUrl({ publicUrl, code: facts.code, secret: facts.secret }),
    digital: false,
  }
}
