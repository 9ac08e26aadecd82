/** Words of the business; the kernel serves any business and may not know them. */
export const businessWords =
  'dossier procedure citizen receipt applicant casework commune province one-stop supplement apology marriage'.split(
    ' ',
  )

/** Names that say nothing about what is inside. */
export const emptyNames = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'manager',
  'service',
  'base',
  'data',
  'info',
]

/** What may stand in no source or document: paths of one person's machine, and work left undone. */
export const forbidden: { pattern: RegExp; why: string }[] = [
  { pattern: /(?<![\w.])\/(?:work|root|home|Users)\/[\w.-]+/, why: 'an absolute path of one machine' },
  { pattern: /[A-Z]:\\\\?Users\\/, why: 'an absolute path of one machine' },
  { pattern: /\b(?:TODO|FIXME|XXX)\b/, why: 'work left undone' },
  { pattern: /\bregistry\.npmjs\.org\b|\bregistry\.npmmirror\b/, why: 'a registry host' },
]
