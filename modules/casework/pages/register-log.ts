import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Download, InputOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { toIsoDate } from '@congso/ui'
import { refuse, type registerLog } from '../contract.ts'
import { countLogged, dossierLog } from '../queries/dossier-log.ts'

/** The event log of the register's filter, packed; refused when it would hold more than `most` dossiers, because it is never cut. */
export async function exportLog(ctx: Ctx, filter: InputOf<typeof registerLog>, most = 50_000): Promise<Download> {
  if ((await countLogged(ctx, filter, most)) > most) refuse('casework.log-too-long', { most })
  const parts: Uint8Array[] = []
  await pipeline(Readable.from(dossierLog(ctx, filter)), createGzip(), async packed => {
    for await (const part of packed) parts.push(part)
  })
  return { name: `ho-so-${toIsoDate(ctx.now)}.xes.gz`, type: 'application/gzip', body: Buffer.concat(parts) }
}
