import { isPermissionPattern, patternCovers } from '../../domain/permission.ts'

/** The entries of a role sorted and once each, and the first that means nothing here: misspelt, or covering no known permission. */
export function readRolePermissions(
  entries: readonly string[],
  known: readonly string[],
): { permissions: string[]; unknown: string | null } {
  const permissions = [...new Set(entries)].toSorted()
  const means = (entry: string) => isPermissionPattern(entry) && known.some(one => patternCovers(entry, one))
  return { permissions, unknown: permissions.find(entry => !means(entry)) ?? null }
}
