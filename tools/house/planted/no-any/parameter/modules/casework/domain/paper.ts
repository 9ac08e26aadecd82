export function decide(paper: any): boolean {
  return paper === 1
}
