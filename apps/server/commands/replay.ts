import { openHouse } from '../app.ts'
import { UsageError, type Command, type Given } from '../cli.ts'
import { readConfig } from '../config.ts'
import { checkFigures } from '../replay/check-figures.ts'
import { lacThuy } from '../replay/lac-thuy.ts'
import { langSon } from '../replay/lang-son.ts'
import { AlreadyInhabited, replay } from '../replay/replay.ts'
import { yenLac } from '../replay/yen-lac.ts'

const scenarios = [lacThuy, langSon, yenLac]

/** Lives a published piece of the past again in an empty database, and holds the report beside what was published. */
export const replayCommand: Command = {
  name: 'replay',
  summary: 'Live a published piece of the past again, through the commands on a simulated clock, in an empty database.',
  usage: `replay <${scenarios.map(one => one.name).join('|')}> [--share <0..1>] [--lanes <number>] [--json]`,
  takes: 1,
  options: { share: { type: 'string' }, lanes: { type: 'string' } },
  async run(given) {
    const scenario = scenarios.find(one => one.name === given.positionals[0])
    if (!scenario)
      throw new UsageError(
        ['There are these scenarios:', ...scenarios.map(one => `  ${one.name}  ${one.title}`)].join('\n'),
      )
    const lanes = numberOf(given, 'lanes', 10, 1, 64)
    const share = numberOf(given, 'share', 1, 0.001, 1)
    const house = await openHouse(readConfig(process.env), { poolSize: lanes })
    try {
      const done = await replay(house, scenario, {
        share,
        lanes,
        progress: (at, total) => given.progress(at, total, 'dossiers'),
        say: line => process.stderr.write(`${line}\n`),
      })
      const figures = await checkFigures(house, scenario, share)
      const { acts, seconds, cpuSeconds, peakMb, accounts } = done
      const value = {
        scenario: scenario.name,
        source: scenario.source,
        share,
        received: done.received,
        commands: acts,
        seconds: Number(seconds.toFixed(1)),
        perSecond: Math.round(acts / seconds),
        cpuSeconds: Number(cpuSeconds.toFixed(1)),
        peakMemoryMb: peakMb,
        figures,
        accounts,
      }
      return {
        value,
        text: `${acts} commands in ${value.seconds} s, ${value.perSecond} a second, at most ${peakMb} MB\n`,
        rows: figures,
        failed: figures.some(one => !one.holds),
      }
    } catch (error) {
      if (error instanceof AlreadyInhabited) throw new UsageError(error.message)
      throw error
    } finally {
      await house.close()
    }
  },
}

function numberOf(given: Given, name: string, otherwise: number, least: number, most: number): number {
  const text = given.text(name)
  const value = text === undefined ? otherwise : Number(text)
  if (!(value >= least && value <= most))
    throw new UsageError(`--${name} must be a number from ${least} to ${most}, not "${text}".`)
  return value
}
