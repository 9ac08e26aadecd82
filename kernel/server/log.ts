import { Logger } from 'graphile-worker'
import { pino } from 'pino'

/** Structured lines without personal data: ids, codes, counts, times. */
export type Log = {
  info(data: Record<string, unknown>, message: string): void
  warn(data: Record<string, unknown>, message: string): void
  error(data: Record<string, unknown>, message: string): void
  forWorker: Logger
}

/** A log on standard output; `silent` for tests and commands. */
export function createLog(level: 'silent' | 'error' | 'warn' | 'info' = 'info'): Log {
  const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
  const forWorker = new Logger(() => (severity, message) => {
    if (severity === 'error') logger.error(message)
    else if (severity === 'warning') logger.warn(message)
  })
  return {
    info: (data, message) => logger.info(data, message),
    warn: (data, message) => logger.warn(data, message),
    error: (data, message) => logger.error(data, message),
    forWorker,
  }
}

/** What may be said of an error in a log: its kind and code and where it was thrown, not the values it carries. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? error.code : undefined
  return {
    error: error.name,
    code,
    message: code === undefined ? error.message : undefined,
    stack: error.stack?.split('\n').slice(1, 6).join(' |'),
  }
}
