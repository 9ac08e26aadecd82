import { networkInterfaces } from 'node:os'
import { buildApp, keepPublicUrl, openHouse, type House } from '../app.ts'
import type { Command } from '../cli.ts'
import { readConfig } from '../config.ts'
import { forgetHalfMade, holdsDemo } from '../demo/once.ts'
import { demoAccounts, seedDemo } from '../demo/seed.ts'
import { version } from '../version.ts'

/** Serves until it is told to stop; the first start with CONGSO_DEMO=1 makes the demo. */
export const serve: Command = {
  name: 'serve',
  summary: 'Start the server: database, migrations, pages, API and background work.',
  usage: 'serve',
  async run() {
    const began = Date.now()
    const config = readConfig(process.env)
    const house = await openHouse(config, { say, before: url => forgetHalfMade(url, say) })
    try {
      await keepPublicUrl(house)
      const seeded = config.demo ? await seedDemo(house, say) : false
      const app = await buildApp(house, version)
      await app.server.listen({ port: config.port, host: config.host })
      announce(house, Date.now() - began, { seeded, demo: await holdsDemo(house.pool) })
      await toldToStop()
      await app.stop()
    } finally {
      await house.close()
    }
    return undefined
  },
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function announce(house: House, ms: number, { seeded, demo }: { seeded: boolean; demo: boolean }): void {
  const { config } = house
  const lines = [
    `Congso ${version} is ready after ${(ms / 1000).toFixed(1)} s${seeded ? ' (demo made)' : ''}: ${config.publicUrl}`,
  ]
  const others = Object.values(networkInterfaces())
    .flat()
    .filter(one => one && !one.internal && one.family === 'IPv4')
  for (const one of others) lines.push(`  in this network: http://${one?.address}:${config.port}`)
  if (demo)
    lines.push(
      '',
      'Demo accounts:',
      ...demoAccounts.map(account => `  ${account.userName.padEnd(12)} ${account.password.padEnd(20)} ${account.who}`),
    )
  else lines.push('', `First time? Make the first administrator at ${config.publicUrl}/setup`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

function toldToStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
