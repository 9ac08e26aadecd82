import type { Module } from '@congso/kernel/server'

/** The permissions modules declare, with the names people read: the input of `directory.register-permissions`. */
export function declaredPermissions(
  modules: readonly Pick<Module, 'name' | 'permissions' | 'texts'>[],
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
