/** Text as search compares it: NFC in, lower case, without accents, đ as d, white space single. Must equal the SQL function kernel.fold. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim()
}
