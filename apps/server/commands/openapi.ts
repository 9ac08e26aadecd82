import { openApi } from '@congso/kernel/server'
import type { Command } from '../cli.ts'
import { readConfig } from '../config.ts'
import { describeFiles } from '../files.ts'
import { allModules } from '../modules.ts'
import { version } from '../version.ts'

/** Prints the description of everything under /api; needs no database. */
export const openApiCommand: Command = {
  name: 'openapi',
  summary: 'Print the OpenAPI 3.1 description of the API.',
  usage: 'openapi [--json]',
  async run() {
    const value = openApi(allModules(describeFiles(readConfig(process.env))), version)
    return { value, text: JSON.stringify(value, null, 2) }
  },
}
