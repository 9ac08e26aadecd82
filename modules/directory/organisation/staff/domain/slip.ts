/** A slip of paper with a password for one sign-in, to be handed to its owner. */
export type Slip = { readonly name: string; readonly userName: string; readonly password: string }

/** Slips as the one text they are kept as. */
export function writeSlips(slips: readonly Slip[]): string {
  return JSON.stringify(slips.map(({ name, userName, password }) => [name, userName, password]))
}

/** The slips of a kept text; none when it holds none. */
export function readSlips(text: string): Slip[] {
  const list: unknown = text === '' ? [] : JSON.parse(text)
  if (!Array.isArray(list)) return []
  return list.flatMap((one: unknown) => {
    if (!Array.isArray(one)) return []
    const [name, userName, password] = one
    return [{ name: String(name), userName: String(userName), password: String(password) }]
  })
}
