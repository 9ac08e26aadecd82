// A process of its own that uses the server until it is killed.
import { startPostgres } from './supervisor.ts'

await startPostgres({ dataDir: process.argv[2] ?? '', log: () => {} })
console.log('ready')
setInterval(() => {}, 60_000)
