/** Lengths are PDF points (1/72 inch); margins are left, top, right, bottom. */
export type Margin = [left: number, top: number, right: number, bottom: number]

export type Inline = string | { text: string; bold?: boolean; italics?: boolean; noWrap?: boolean }

type Placed = {
  margin?: Margin
  alignment?: 'left' | 'center' | 'right' | 'justify'
  fontSize?: number
  lineHeight?: number
  bold?: boolean
  italics?: boolean
  width?: number | '*' | 'auto'
  /** Must be shorter than a page: what does not fit on the next page would be lost. */
  unbreakable?: boolean
}

export type Rules = {
  hLineWidth(line: number): number
  vLineWidth(): number
  paddingLeft(): number
  paddingRight(): number
  paddingTop(): number
  paddingBottom(): number
}

type Table = {
  widths: (number | '*' | 'auto')[]
  body: PaperNode[][]
  headerRows?: number
  dontBreakRows?: boolean
  keepWithHeaderRows?: number
}

/** A piece of a printed page, in the shape pdfmake lays out. */
export type PaperNode = Placed &
  (
    | { text: string | Inline[] }
    | { stack: PaperNode[] }
    | { columns: PaperNode[]; columnGap?: number }
    | { table: Table; layout: Rules }
    | { canvas: { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number }[] }
    | { svg: string; width: number; height: number }
  )

/** A document ready for `renderPdf`. */
export type PaperDefinition = {
  pageSize: { width: number; height: number }
  pageMargins: Margin
  defaultStyle: { font: string; fontSize: number; lineHeight: number; color: string }
  language: string
  info: { title: string; subject: string; author: string; creator: string; producer: string; creationDate: Date }
  content: PaperNode[]
  header(page: number, pages: number): PaperNode | null
  footer(page: number, pages: number): PaperNode | null
}
