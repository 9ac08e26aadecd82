import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '@congso/kernel/testing'
import { openPool } from '@congso/kernel/server'

let house: House

beforeAll(async () => {
  house = await openHouse([])
})
afterAll(() => house.close())

test('statements of one turn leave in one packet, those of later turns in their own', async () => {
  const pool = openPool(house.url, 1)
  const client = await pool.connect()
  try {
    const packets = countPackets(client.connection.stream)
    const answers = await Promise.all([1, 2, 3].map(n => client.query<{ n: number }>('select $1::int as n', [n])))
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3])
    expect(packets()).toBe(1)
    for (const n of [4, 5]) await client.query('select $1::int as n', [n])
    expect(packets()).toBe(3)
  } finally {
    client.release()
    await pool.end()
  }
})

/** How many times a socket has handed bytes to the system since. */
function countPackets(stream: object): () => number {
  let sent = 0
  for (const name of ['_write', '_writev']) {
    const send = Reflect.get(stream, name) as (...given: unknown[]) => unknown
    Object.assign(stream, {
      [name]: (...given: unknown[]) => {
        sent += 1
        return Reflect.apply(send, stream, given)
      },
    })
  }
  return () => sent
}
