/**
 * The one law: a thing may import only what stands to its left. The app mounts modules in this order, and the
 * boundary checker (tools/house) reads it. A module added here is a module that exists.
 */
export const order = [
  'directory',
  'worktime',
  'numbering',
  'files',
  'procedures',
  'payments',
  'casework',
  'reports',
] as const

/** The line of files inside a module, left to right. */
export const layers = [
  'contract',
  'events',
  'domain',
  'store',
  'queries',
  'commands',
  'index',
  'reactions',
  'ports',
  'adapters',
  'jobs',
  'pages',
  'module',
] as const

export type ModuleName = (typeof order)[number]
export type Layer = (typeof layers)[number]
