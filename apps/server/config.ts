import { resolve } from 'node:path'

/** What the environment says, read once; nothing else looks at it. */
export type Config = {
  port: number
  host: string
  /** Folder that holds everything this installation keeps. */
  data: string
  /** An existing PostgreSQL 15–18 instead of our own. */
  databaseUrl: string | undefined
  demo: boolean
  secureCookies: boolean
  trustProxy: boolean
  poolSize: number
  logLevel: 'silent' | 'error' | 'warn' | 'info'
  s3: { bucket: string; endpoint: string | undefined; region: string } | undefined
  clamd: string | undefined
  /** Whoever shows it may read the figures of the process; empty: whoever asks from this machine or a private network. */
  metricsToken: string
  /** What an outside sign-in system (OpenID Connect) gave this installation to prove itself with; empty for none. */
  oidcSecret: string
  /** The address people reach this server at, for QR codes and sign-in through another system. */
  publicUrl: string
}

/** Reads the configuration; throws with the variable's name when a value cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = numberOf(env, 'PORT', 3000)
  const level = env.CONGSO_LOG ?? 'warn'
  if (level !== 'silent' && level !== 'error' && level !== 'warn' && level !== 'info')
    throw new Error(`CONGSO_LOG must be silent, error, warn or info, not "${level}"`)
  return {
    port,
    host: env.HOST ?? '0.0.0.0',
    data: resolve(env.CONGSO_DATA ?? './data'),
    databaseUrl: env.DATABASE_URL || undefined,
    demo: env.CONGSO_DEMO === '1',
    secureCookies: env.CONGSO_SECURE === '1',
    trustProxy: env.CONGSO_TRUST_PROXY === '1',
    poolSize: numberOf(env, 'CONGSO_POOL', 12),
    logLevel: level,
    s3: env.CONGSO_S3_BUCKET
      ? { bucket: env.CONGSO_S3_BUCKET, endpoint: env.CONGSO_S3_ENDPOINT, region: env.CONGSO_S3_REGION ?? 'us-east-1' }
      : undefined,
    clamd: env.CONGSO_CLAMD || undefined,
    metricsToken: env.CONGSO_METRICS_TOKEN ?? '',
    oidcSecret: env.CONGSO_OIDC_SECRET ?? '',
    publicUrl: (env.CONGSO_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
  }
}

function numberOf(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new Error(`${name} must be a whole number, not "${text}"`)
  return value
}
