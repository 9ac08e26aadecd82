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
    if (!found || found.verdict === 'unseen') refuse('casework.papers-unseen', { no: paper.no, name: paper.name }, field)
    if (found?.verdict === 'to-fix') refuse('casework.papers-to-fix', { no: paper.no, name: paper.name }, field)
  }
}

/** Who files for another says for whom and by what authority (Form 01). */
export function checkProxy(owner: PersonInput | undefined, authorisation: string | undefined): void {
  if (owner && !authorisation?.trim()) refuse('casework.proxy-missing', {}, 'authorisation')
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
  return [...bytes.slice(0, 7)].map(byte => alphabet[byte % alphabet.length]).join('')
}
