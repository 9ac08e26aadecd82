export type PaperSize = 'A4' | 'A5'

/** Sizes in points. A4 follows Decree 30/2020/NĐ-CP; A5 is the same page set one step smaller, as slips are. */
export type Measures = {
  page: { width: number; height: number }
  margins: [number, number, number, number]
  body: number
  small: number
  title: number
  nation: number
  agency: number
  motto: number
  gap: number
  lineHeight: number
}

const measures: Record<PaperSize, Measures> = {
  A4: {
    page: { width: 595.28, height: 841.89 },
    margins: [85, 57, 45, 57],
    body: 13,
    small: 11,
    title: 14,
    nation: 12,
    agency: 12,
    motto: 13,
    gap: 6,
    lineHeight: 1.06,
  },
  A5: {
    page: { width: 419.53, height: 595.28 },
    margins: [36, 34, 34, 34],
    body: 11,
    small: 9.5,
    title: 12.5,
    nation: 9.5,
    agency: 10.5,
    motto: 10.5,
    gap: 3.5,
    lineHeight: 1.06,
  },
}

/** The measures of a size of paper, and the width between its margins. */
export function paper(size: PaperSize): Measures & { room: number } {
  const m = measures[size]
  return { ...m, room: m.page.width - m.margins[0] - m.margins[2] }
}
