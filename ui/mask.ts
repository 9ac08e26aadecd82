const dot = '•'

/** A personal identifier keeps its first digit and last three: `0•• ••• ••• 412`. */
export function maskId(id: string): string {
  const digits = id.replace(/\s+/g, '')
  if (digits.length < 6) return dot.repeat(digits.length)
  const hidden = digits[0] + dot.repeat(digits.length - 4) + digits.slice(-3)
  return groupByThree(hidden)
}

/** The list form without spaces: `0••••••••412`. */
export function maskIdTight(id: string): string {
  return maskId(id).replace(/ /g, '')
}

/** A telephone number keeps its first two and last three digits: `09•• ••• 318`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/[\s.-]+/g, '')
  if (digits.length < 7) return dot.repeat(digits.length)
  const hidden = digits.slice(0, 2) + dot.repeat(digits.length - 5) + digits.slice(-3)
  return [hidden.slice(0, -6), hidden.slice(-6, -3), hidden.slice(-3)].filter(Boolean).join(' ')
}

/** A person's name keeps the first sound of each word: `Tr•• V•• Kh••`. */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map(word => onset(word) + dot.repeat(2))
    .join(' ')
}

/** An address for mail keeps its first letter and the house it lives at: `h••@songiang.gov.vn`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? dot.repeat(3) : `${address.slice(0, 1)}${dot.repeat(2)}${address.slice(at)}`
}

function groupByThree(text: string): string {
  return text.match(/.{1,3}/gu)?.join(' ') ?? text
}

/** The consonants a Vietnamese syllable starts with; a vowel start keeps one letter. */
function onset(word: string): string {
  return /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr)(?=.)/iu.exec(word)?.[0] ?? word.match(/^./u)?.[0] ?? ''
}
