/**
 * The oldest browsers we promise: Chrome 109 is the last on Windows 7, which offices still run; Safari 15 the last on
 * phones of 2015. `css` is in the form lightningcss wants.
 */
export const oldest = {
  css: { chrome: 109 << 16, safari: 15 << 16, firefox: 102 << 16 },
  script: 'es2022',
}

/** Functions of style sheets that those browsers cannot read. */
export const tooNew = /light-dark\(|oklch\(|oklab\(|color-mix\(/
