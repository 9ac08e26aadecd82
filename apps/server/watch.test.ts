import { describe, expect, test } from 'vitest'
import { mayReadMetrics } from './watch.ts'

const open = { metricsToken: '', trustProxy: false }

describe('who may read the figures', () => {
  test.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.20.30.40', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.9', true],
    ['fd12:3456::1', true],
    ['fe80::1', true],
    ['113.160.1.1', false],
    ['::ffff:113.160.1.1', false],
    ['2405:4800::1', false],
  ])('without a token, from %s: %s', (ip, may) => expect(mayReadMetrics({ ip, headers: {} }, open)).toBe(may))

  test('a request that came through a proxy nobody believes is from anywhere', () => {
    const asking = { ip: '127.0.0.1', headers: { 'x-forwarded-for': '113.160.1.1' } }
    expect(mayReadMetrics(asking, open)).toBe(false)
    expect(mayReadMetrics({ ...asking, ip: '10.0.0.7' }, { ...open, trustProxy: true })).toBe(true)
    expect(mayReadMetrics({ ...asking, ip: '113.160.1.1' }, { ...open, trustProxy: true })).toBe(false)
  })

  test('with a token, whoever shows it, and nobody else', () => {
    const locked = { ...open, metricsToken: 'một-mã-dài' }
    const from = (ip: string, authorization?: string) =>
      mayReadMetrics({ ip, headers: authorization ? { authorization } : {} }, locked)
    expect(from('113.160.1.1', 'Bearer một-mã-dài')).toBe(true)
    expect(from('113.160.1.1', 'Bearer một-mã-khác')).toBe(false)
    expect(from('127.0.0.1')).toBe(false)
    expect(from('127.0.0.1', 'một-mã-dài')).toBe(false)
  })
})
