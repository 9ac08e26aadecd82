export function agencyName(id: string): string {
  return `agency ${id}`
}
