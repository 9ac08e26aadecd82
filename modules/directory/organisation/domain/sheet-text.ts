/**
 * Cells copied from a spreadsheet (separated by tabs) or a CSV text (by `;` or `,`, whichever its first line has more of).
 * Cells may be quoted, and then hold separators, line breaks and doubled quotes. Every row gets its cells as NFC text.
 */
export function readSheetText(text: string): string[][] {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .normalize('NFC')
  const separator = separatorOf(plain)
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (plain.charAt(at + 1) === '"') cell += plain.charAt((at += 1))
      else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  while (rows.length > 0 && rows.at(-1)?.every(one => one === '')) rows.pop()
  return rows
}

function separatorOf(text: string): string {
  const first = text.split('\n').find(line => line.trim() !== '') ?? ''
  const count = (letter: string) => first.split(letter).length - 1
  if (count('\t') > 0) return '\t'
  return count(';') > count(',') ? ';' : ','
}
