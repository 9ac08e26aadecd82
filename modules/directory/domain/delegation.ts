import type { Finding } from '@congso/kernel/contract'
import { firstGap, hasDays, sharedDays, type Period } from './period.ts'
import { patternCovers } from './permission.ts'
import { grantedDays, type Delegation, type RightsBook } from './right.ts'

/**
 * What forbids a delegation on the day it is made or changed; empty when it may stand. The book holds the delegations
 * that exist already. Decree 30/2020 Art. 13: an authorisation (TUQ.) is limited in time and content, and never passed on.
 */
export function checkDelegation(book: RightsBook, proposal: Delegation, today: string): Finding[] {
  if (!hasDays(proposal)) return [finding('validTo', 'delegation-dates-reversed')]
  const findings: Finding[] = []
  if (proposal.validTo !== null && proposal.validTo <= today) findings.push(finding('validTo', 'delegation-expired'))
  const others = book.delegations.filter(one => one.id !== proposal.id)
  if (holdsOn(book, proposal.borrower, proposal.lender, proposal))
    findings.push(finding('borrower', 'delegation-to-self'))
  else if (leadsBack(book, others, proposal)) findings.push(finding('borrower', 'delegation-circular'))
  if (others.some(one => isSame(one, proposal))) findings.push(finding('borrower', 'delegation-twice'))
  const places = book.holdings.filter(one => one.person === proposal.borrower)
  const unplaced = firstGap(proposal, places)
  if (unplaced) findings.push(finding('borrower', 'delegation-borrower-unplaced', { from: unplaced }))
  if (proposal.form === 'TUQ.') findings.push(...limitsOfAuthorisation(proposal))
  findings.push(...beyondLender(book, proposal))
  return findings
}

/** An authorisation must say until when and for what. */
function limitsOfAuthorisation(proposal: Delegation): Finding[] {
  const findings: Finding[] = []
  if (proposal.validTo === null) findings.push(finding('validTo', 'delegation-needs-end'))
  if (proposal.permissions === null) findings.push(finding('permissions', 'delegation-needs-content'))
  return findings
}

/** Nobody lends what the position does not itself have on every day of the loan. */
function beyondLender(book: RightsBook, proposal: Delegation): Finding[] {
  const granted = grantedDays(book, proposal.lender)
  if (proposal.permissions === null) {
    const from = firstGap(proposal, granted)
    return from ? [finding('validTo', 'delegation-exceeds-right', { permission: '*', from })] : []
  }
  if (proposal.permissions.length === 0) return [finding('permissions', 'delegation-needs-content')]
  return proposal.permissions.flatMap((pattern, index) => {
    // Of a pattern it is enough that every permission the lender has under it lasts as long as the loan.
    const under = granted.filter(one => patternCovers(pattern, one.permission))
    const each = Map.groupBy(under, one => one.permission)
    const gaps = [...each.values()].map(days => firstGap(proposal, days)).filter(gap => gap !== null)
    const from = each.size === 0 ? proposal.validFrom : gaps.toSorted()[0]
    return from ? [finding(`permissions.${index}`, 'delegation-exceeds-right', { permission: pattern, from })] : []
  })
}

/** Whether following loans from the borrower's own positions comes back to somebody who holds the lender's. */
function leadsBack(book: RightsBook, others: readonly Delegation[], proposal: Delegation): boolean {
  const visit = (person: string, days: Period, seen: readonly string[]): boolean => {
    if (seen.includes(person)) return false
    const lent = others.filter(loan => sharedDays(loan, days) && holdsOn(book, person, loan.lender, days))
    return lent.some(loan => {
      const shared = sharedDays(loan, days)
      if (!shared) return false
      return holdsOn(book, loan.borrower, proposal.lender, shared) || visit(loan.borrower, shared, [...seen, person])
    })
  }
  return visit(proposal.borrower, proposal, [])
}

function holdsOn(book: RightsBook, person: string, position: string, days: Period): boolean {
  return book.holdings.some(one => one.person === person && one.position === position && sharedDays(one, days) !== null)
}

function isSame(one: Delegation, proposal: Delegation): boolean {
  if (one.lender !== proposal.lender || one.borrower !== proposal.borrower || !sharedDays(one, proposal)) return false
  if (one.permissions === null || proposal.permissions === null) return true
  return one.permissions.some(pattern => proposal.permissions?.includes(pattern))
}

function finding(path: string, code: string, params?: Finding['params']): Finding {
  return params ? { path, code: `directory.${code}`, params } : { path, code: `directory.${code}` }
}
