import { refuse, type PersonInput } from '../contract.ts'

type PaperInput = { no: number; verdict: string; note?: string | undefined }
type OfferPaper = { no: number; name: string; kind: 'submit' | 'show' | 'note' }

/**
 * Nothing is received with a paper that nobody looked at or that must be corrected: the counter asks once, completely
 * (NĐ 118/2025 Art. 11). Notes of the published list are not papers.
 */
export function checkPapers(given: readonly PaperInput[], offered: readonly OfferPaper[]): void {
  const verdicts = new Map(given.map(paper => [paper.no, paper]))
  for (const paper of offered) {
    if (paper.kind === 'note') continue
    const found = verdicts.get(paper.no)
    const field = `papers.${given.findIndex(one => one.no === paper.no)}.verdict`
    if (!found || found.verdict === 'unseen')
      refuse('casework.papers-unseen', { no: paper.no, name: paper.name }, field)
    if (found?.verdict === 'to-fix') refuse('casework.papers-to-fix', { no: paper.no, name: paper.name }, field)
  }
}

type ForWhom = {
  forWhom?: 'self' | 'other' | undefined
  owner?: Partial<PersonInput> | undefined
  authorisation?: string | undefined
}

/** Whom the dossier is for when the applicant is not: who files for another says for whom and by what authority (Form 01). */
export function ownerOf({ forWhom, owner, authorisation }: ForWhom): PersonInput | undefined {
  const name = owner?.name?.trim() ?? ''
  if (forWhom === 'self' || (forWhom === undefined && name === '')) return undefined
  if (name === '') return refuse('casework.owner-missing', {}, 'owner.name')
  if (!authorisation?.trim()) return refuse('casework.proxy-missing', {}, 'authorisation')
  return { ...owner, kind: owner?.kind ?? 'citizen', name }
}

type FeeInput = {
  name: string
  amount?: number | undefined
  state?: 'due' | 'paid' | 'exempt' | 'none' | undefined
  method?: 'cash' | 'transfer' | undefined
  reason?: string | undefined
}
type Charged = {
  name: string
  amount: number
  state: 'due' | 'paid' | 'exempt'
  method: 'cash' | 'transfer' | null
  reason: string
}

/** The lines of the tariff that concern this dossier, each decided: how much and paid how, still due, or exempt and why (NĐ 118/2025 Art. 24). */
export function chargedFees(fees: readonly FeeInput[]): Charged[] {
  return fees.flatMap((fee, index): Charged[] => {
    const { name, amount, state, method } = fee
    if (state === 'none' || (state === undefined && amount === undefined)) return []
    const reason = fee.reason?.trim() ?? ''
    if (state === undefined) return refuse('casework.fee-undecided', { name }, `fees.${index}.state`)
    if (state === 'exempt')
      return reason === ''
        ? refuse('casework.reason-missing', {}, `fees.${index}.reason`)
        : [{ name, amount: amount ?? 0, state, method: null, reason }]
    if (amount === undefined) return refuse('casework.fee-undecided', { name }, `fees.${index}.amount`)
    return [{ name, amount, state, method: state === 'paid' ? (method ?? 'cash') : null, reason }]
  })
}

/** By post the hand-over record counts, at the counter the clock on the wall; never the future. */
export function receivedMoment(asked: number | undefined, now: number): number {
  if (asked === undefined) return now
  if (asked > now + 60_000) refuse('casework.received-in-future', {}, 'receivedAt')
  return asked
}

/** The last three characters of an identifier: all that a list ever holds of it. */
export function idTail(idNumber: string | undefined): string {
  return (idNumber ?? '').slice(-3)
}

/** An unambiguous secret for the slip: no 0/O, 1/I/L; 30 bits and more, guarded by a rate limit. */
export function secretFrom(bytes: Uint8Array): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  return Array.from(bytes.slice(0, 7), byte => alphabet[byte % alphabet.length]).join('')
}
