import type { StepCase } from './record-shape.ts'
import { block, isAbsent } from './record-text.ts'

/** The steps as published: one text, or one per case where `  * title` lines mark cases. The layout's indent goes, nothing else. */
export function readSteps(lines: readonly string[]): StepCase[] {
  const cases: { title?: string; lines: string[] }[] = []
  for (const line of lines) {
    const title = /^ {2}\* (.*)$/.exec(line)
    if (title) cases.push({ title: (title[1] ?? '').trim(), lines: [] })
    else {
      const open = cases.at(-1)
      const text = line.replace(/^ {4}/, '')
      if (open) open.lines.push(text)
      else if (line.trim() !== '') cases.push({ lines: [text] })
    }
  }
  return cases
    .map(({ title, lines: text }) => ({ ...(title ? { title } : {}), text: block(text) }))
    .filter(step => step.title !== undefined || !isAbsent(step.text))
}
