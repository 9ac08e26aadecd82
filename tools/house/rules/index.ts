import type { Rule } from '../house.ts'
import { commandsAlone, jobsWithoutDatabase, pureDomain, vocabulary } from './layers.ts'
import { layerOrder, moduleOrder } from './look-left.ts'
import { executedQuery, sqlPlace } from './sql.ts'
import { kernelSize, kernelWords, passport, readme } from './workspaces.ts'
import { fileLength, forbiddenWords, names, noAny, noCast, noDefaultExport, screenText } from './writing.ts'

/** Every rule of the house. Each has a planted violation in `planted/<name>`. */
export const rules: readonly Rule[] = [
  moduleOrder,
  layerOrder,
  vocabulary,
  pureDomain,
  commandsAlone,
  jobsWithoutDatabase,
  sqlPlace,
  executedQuery,
  screenText,
  noDefaultExport,
  noAny,
  noCast,
  names,
  fileLength,
  forbiddenWords,
  passport,
  readme,
  kernelSize,
  kernelWords,
]
