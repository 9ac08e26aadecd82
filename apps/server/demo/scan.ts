/** A one-page PDF that says, in plain letters, that it stands for a scanned paper; `mark` makes each one different. */
export function scanPdf(lines: readonly string[], mark: string): Buffer {
  const shown = [...lines, `BAN QUET MO PHONG - ${mark}`].map(plain)
  const text = shown.map((line, index) => `${index === 0 ? '' : '0 -22 Td '}(${line}) Tj`).join(' ')
  const content = `BT /F1 13 Tf 72 760 Td ${text} ET\n0.6 w 60 40 475 762 re S`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj${object}endobj\n`
    return at
  })
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const start = body.length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

/** The built-in font has no Vietnamese letters; brackets and backslashes end a PDF string. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^ -~]/g, '-')
    .replace(/[\\()]/g, ' ')
}
