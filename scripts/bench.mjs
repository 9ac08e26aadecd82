// Runs the benchmarks in the pinned Node, from source; words after `--` go on to them.
import { hookArguments, root, runPinned } from '../apps/server/bin/pinned-node.mjs'
import { join } from 'node:path'

process.exitCode = await runPinned([...hookArguments(), join(root, 'bench/main.ts'), ...process.argv.slice(2)])
