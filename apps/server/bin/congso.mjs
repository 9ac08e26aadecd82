#!/usr/bin/env node
// The one program, started by any Node >= 20: runs the server's main in the pinned Node, from the fresh bundle or from source.
import { runPinned, serverArguments } from './pinned-node.mjs'

process.exitCode = await runPinned([...serverArguments(), ...process.argv.slice(2)])
