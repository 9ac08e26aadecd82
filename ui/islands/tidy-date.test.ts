import { expect, test } from 'vitest'
import { tidyDate } from './tidy-date.ts'

test.each([
  ['19112026', '19/11/2026'],
  ['19/11/2026', '19/11/2026'],
  ['9.1.26', '09/01/2026'],
  [' 9-1-2026 ', '09/01/2026'],
  ['7h30 9/1/2026', '07:30 09/01/2026'],
  ['10:00 25/11/2026', '10:00 25/11/2026'],
  ['9112026', '9112026'],
  ['hôm qua', 'hôm qua'],
  ['', ''],
])('%s becomes %s', (typed, shown) => expect(tidyDate(typed)).toBe(shown))
