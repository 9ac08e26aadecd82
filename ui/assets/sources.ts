import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** All files with one of the endings in these folders (or the files named themselves), tests and packages left out. */
export async function sourceFiles(
  places: readonly string[],
  endings: readonly string[] = ['.ts', '.tsx'],
): Promise<string[]> {
  const found = await Promise.all(places.map(place => filesIn(place, endings)))
  return found.flat()
}

async function filesIn(place: string, endings: readonly string[]): Promise<string[]> {
  if ((await stat(place)).isFile()) return [place]
  const entries = await readdir(place, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async entry => {
      const path = join(place, entry.name)
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path, endings)
      return endings.includes(extname(entry.name)) && !/\.(?:test|d)\.tsx?$/.test(entry.name) ? [path] : []
    }),
  )
  return found.flat()
}
