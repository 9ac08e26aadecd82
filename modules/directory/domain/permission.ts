/** `module.noun.verb` in lower case, with digits and hyphens: `casework.dossier.receive`. */
const name = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/

/** Whether the text may stand in a role: a permission, all below a prefix (`casework.*`), or everything (`*`). */
export function isPermissionPattern(text: string): boolean {
  return text === '*' || (text.endsWith('.*') ? name.test(`${text.slice(0, -2)}.x`) : name.test(text))
}

/** Whether a pattern of a role covers a permission. `a.*` covers `a.b` and `a.b.c`, never `ab.c` or `a` itself. */
export function patternCovers(pattern: string, permission: string): boolean {
  if (pattern === '*') return true
  return pattern.endsWith('.*') ? permission.startsWith(pattern.slice(0, -1)) : pattern === permission
}

/** Which of the known permissions the patterns cover, sorted. Only known permissions exist: a pattern adds none. */
export function coveredBy(patterns: readonly string[], known: readonly string[]): string[] {
  const covered = known.filter(permission => patterns.some(pattern => patternCovers(pattern, permission)))
  return [...new Set(covered)].toSorted()
}
