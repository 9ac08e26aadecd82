import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kernelMigrations } from './folder.ts'
import { migrate } from './migrate.ts'

const name = `plain_${randomUUID().replaceAll('-', '')}`
const sets = [{ module: 'kernel', folder: kernelMigrations }]
const admin = process.env.TEST_DATABASE_URL ?? ''
let url = ''

beforeAll(async () => {
  url = Object.assign(new URL(admin), { username: name, password: name, pathname: `/${name}` }).toString()
  await asAdmin(`do $$ begin
    if to_regrole('congso_app') is null then create role congso_app nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`)
  await asAdmin(`create role ${name} login password '${name}'`)
  await asAdmin(`create database ${name} owner ${name} encoding 'UTF8' template template0`)
})

afterAll(async () => {
  await asAdmin(`drop database if exists ${name} with (force)`)
  await asAdmin(`drop role if exists ${name}`)
})

test('who owns the database and nothing more is told that the application’s role is not theirs', async () => {
  await expect(migrate(url, sets)).rejects.toThrow('congso_app')
})

test('who owns the database migrates it, at every start, once the application’s role was granted', async () => {
  await asAdmin(`grant congso_app to ${name}`)
  expect(await migrate(url, sets)).toBeGreaterThan(0)
  expect(await migrate(url, sets)).toBe(0)
})

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query(statement)
  await client.end()
}
