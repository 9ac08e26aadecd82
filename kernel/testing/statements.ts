import type pg from 'pg'

/** A statement as it was sent, with its values. */
export type Statement = { text: string; values: unknown[] }

/** The statements a piece of work sends to the database, in order. */
export async function recordStatements(pool: pg.Pool, work: () => Promise<void>): Promise<Statement[]> {
  const sent: Statement[] = []
  const connect = pool.connect.bind(pool)
  // Only who waits for a promise is heard: the pool's own `query` asks with a callback, and is none of this work.
  const listen = async () => {
    const client = await connect()
    const query = client.query.bind(client)
    const heard = (config: unknown, ...rest: unknown[]) => {
      if (typeof config === 'string') sent.push({ text: config, values: [] })
      else if (typeof config === 'object' && config !== null && 'text' in config)
        sent.push({
          text: String(config.text),
          values: 'values' in config && Array.isArray(config.values) ? config.values : [],
        })
      return Reflect.apply(query, client, [config, ...rest])
    }
    return Object.assign(client, {
      query: heard,
      release: restore(client.release.bind(client), () => Object.assign(client, { query })),
    })
  }
  Object.assign(pool, {
    connect: (callback?: Parameters<typeof connect>[0]) => (callback ? connect(callback) : listen()),
  })
  try {
    await work()
  } finally {
    Object.assign(pool, { connect })
  }
  return sent
}

function restore(release: (error?: Error | boolean) => void, after: () => void) {
  return (error?: Error | boolean) => {
    after()
    release(error)
  }
}
