/** Where to go after signing in: a path of this site, never another site and never the door itself; `/` otherwise. */
export function localPath(next: string | undefined): string {
  // Printable ASCII only, as addresses are; a browser reads `//` and `/\` as another site.
  if (!next || !/^\/(?![/\\])[!-~]*$/.test(next)) return '/'
  return /^\/(sign-in|sign-out|setup|session)\b/.test(next) ? '/' : next
}

/** A user name as it is compared: without spaces around it, in small letters, one way of writing each letter. */
export function readUserName(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
