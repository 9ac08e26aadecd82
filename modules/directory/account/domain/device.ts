const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bcoc_coc_browser\/(\d+)/, 'Cốc Cốc'],
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\bChrome\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser says of itself in a few words: `Chrome 128 · Windows`. A program keeps its own first word. */
export function deviceName(userAgent: string): string {
  const browser = browsers.map(([pattern, name]) => named(userAgent, pattern, name)).find(Boolean)
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1]
  const known = [browser, system].filter(Boolean).join(' · ')
  return known || (userAgent.split(/[\s/]/)[0] ?? '').slice(0, 40)
}

function named(userAgent: string, pattern: RegExp, name: string): string | undefined {
  const found = pattern.exec(userAgent)
  return found ? `${name} ${found[1]}` : undefined
}
