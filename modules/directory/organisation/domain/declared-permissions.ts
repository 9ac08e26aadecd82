type Names = { permissions: Readonly<Record<string, string>>; events?: Readonly<Record<string, string>> }
/** What of a module is needed here. */
export type Declaring = { name: string; permissions: readonly string[]; texts: { vi: Names; en: Names } }

/** The permissions modules declare, with the names people read: the input of `directory.register-permissions`. */
export function declaredPermissions(
  modules: readonly Declaring[],
): { name: string; module: string; vi: string; en: string }[] {
  return modules.flatMap(module =>
    module.permissions.map(name => ({
      name,
      module: module.name,
      vi: module.texts.vi.permissions[name] ?? name,
      en: module.texts.en.permissions[name] ?? name,
    })),
  )
}

/** The facts modules record, with the names people read: the other input of `directory.register-permissions`. */
export function declaredEvents(
  modules: readonly Declaring[],
): { event: string; module: string; vi: string; en: string }[] {
  return modules.flatMap(({ name, texts }) =>
    Object.entries(texts.vi.events ?? {}).map(([event, vi]) => ({
      event,
      module: name,
      vi,
      en: texts.en.events?.[event] ?? event,
    })),
  )
}
