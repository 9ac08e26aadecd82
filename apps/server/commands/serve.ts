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
  usage: 'serve [--json]',
  async run(given) {
    const say = given.json ? sayAside : sayAloud
    const began = Date.now()
    const config = readConfig(process.env)
    const house = await openHouse(config, { say, before: url => forgetHalfMade(url, say) })
    try {
      await keepPublicUrl(house)
      const seeded = config.demo ? await seedDemo(house, say) : false
      const app = await buildApp(house, version)
      await app.server.listen({ port: config.port, host: config.host })
      const ready = { seconds: (Date.now() - began) / 1000, seeded, demo: await holdsDemo(house.pool) }
      sayAloud(given.json ? factsOf(house, ready) : announcement(house, ready))
      await toldToStop()
      await app.stop()
    } finally {
      await house.close()
    }
    return undefined
  },
}

function sayAloud(line: string): void {
  process.stdout.write(`${line}\n`)
}

function sayAside(line: string): void {
  process.stderr.write(`${line}\n`)
}

type Ready = { seconds: number; seeded: boolean; demo: boolean }

/** What a program that started us wants to know, on one line. */
function factsOf(house: House, ready: Ready): string {
  const { port, publicUrl } = house.config
  return JSON.stringify({
    ready: true,
    version,
    url: publicUrl,
    port,
    ...ready,
    accounts: ready.demo ? demoAccounts : [],
  })
}

function announcement(house: House, { seconds, seeded, demo }: Ready): string {
  const { config } = house
  const lines = [
    `Congso ${version} is ready after ${seconds.toFixed(1)} s${seeded ? ' (demo made)' : ''}: ${config.publicUrl}`,
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
  return lines.join('\n')
}

function toldToStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
