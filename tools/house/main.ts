import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildHouse, inspect, type Line } from './house.ts'
import { rules } from './rules/index.ts'
import { findUnread, readTree } from './tree.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = readTree(root)
const unread = findUnread(root, files)
const problems = inspect(buildHouse(files, await readLine()), rules)

for (const path of unread) console.log(`${path}:1 whole-tree this file was not read`)
for (const { path, line, rule, message } of problems) console.log(`${path}:${line} ${rule} ${message}`)
const count = [...files.keys()].filter(path => /\.tsx?$/.test(path)).length
console.log(`${count} TypeScript files read, ${rules.length} rules, ${problems.length + unread.length} problems.`)
process.exitCode = problems.length + unread.length > 0 ? 1 : 0

/** The line is data of the app, read here so that app and checker cannot disagree. */
async function readLine(): Promise<Line> {
  const { order, layers } = await import(pathToFileURL(join(root, 'apps/server/order.ts')).href)
  if (!isNames(order) || !isNames(layers))
    throw new Error('apps/server/order.ts must export the names `order` and `layers`')
  return { order, layers }
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(name => typeof name === 'string')
}
