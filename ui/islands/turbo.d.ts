/** The part of Turbo that the islands use; the package brings no types. */
declare module '@hotwired/turbo' {
  export const session: {
    refresh(url: string): void
  }
  export function visit(location: string, options?: { action?: 'advance' | 'replace' }): void
}
