import { formatNumber, formatRange } from '../format.ts'
import { useTexts } from '../page-context.ts'
import { Icon } from './icon.tsx'

export type PagerProps = {
  /** Position of the first and last row shown, from 1. */
  from: number
  to: number
  /** The whole count; leave it out where counting would be slow. */
  total?: number
  /** The count stopped here: "hơn 10.000". */
  totalIsAtLeast?: boolean
  noun: string
  firstHref?: string
  previousHref?: string
  nextHref?: string
}

/** Where the list stands and how to go on: by keys, so that page 10.000 is as fast as page 1. */
export function Pager({ from, to, total, totalIsAtLeast, noun, firstHref, previousHref, nextHref }: PagerProps) {
  const t = useTexts()
  return (
    <nav class="cs-pager" aria-label={t.pages}>
      <span>
        <Position {...{ from, to, total, totalIsAtLeast, noun }} />
      </span>
      {firstHref && (
        <a class="btn btn-quiet is-sm" href={firstHref}>
          {t.firstPage}
        </a>
      )}
      {previousHref && (
        <a class="btn btn-quiet is-sm" href={previousHref} rel="prev">
          <Icon name="chevron-left" />
          {t.previousPage}
        </a>
      )}
      {nextHref && (
        <a class="btn btn-quiet is-sm" href={nextHref} rel="next">
          {t.nextPage}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}

/** `1–32 trong 32 hồ sơ`, for the foot of a list. */
export function Position({
  from,
  to,
  total,
  totalIsAtLeast,
  noun,
}: Omit<PagerProps, 'firstHref' | 'previousHref' | 'nextHref'>) {
  const t = useTexts()
  if (total === undefined) {
    return (
      <>
        <span class="num">{formatRange(from, to)}</span> {noun}
      </>
    )
  }
  return (
    <>
      <span class="num">{formatRange(from, to)}</span> {t.of}{' '}
      <b class="num">{totalIsAtLeast ? t.orMore(formatNumber(total)) : formatNumber(total)}</b> {noun}
    </>
  )
}
