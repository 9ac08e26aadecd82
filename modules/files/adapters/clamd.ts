import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { Scanner } from '../ports.ts'

/** Where clamd listens: `host:port`, `[::1]:port` or the path of its socket. */
export type ClamdConfig = { address: string; timeoutMs?: number }

/**
 * Asks clamd by its INSTREAM command (clamd(8)): the content in pieces, each after its length in four bytes, a length of zero at
 * the end. Its StreamMaxLength must not be below the size limit of uploads.
 */
export function clamdScanner({ address, timeoutMs = 60_000 }: ClamdConfig): Scanner {
  return {
    async scan(bytes) {
      const socket = connect(addressOf(address))
      socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`clamd at ${address} does not answer`)))
      try {
        // clamd may answer before it has read everything: when content is infected early, or longer than it takes.
        void send(bytes, socket).catch(error => socket.destroy(error))
        return verdictOf(await readAnswer(socket))
      } finally {
        bytes.destroy()
        socket.destroy()
      }
    },
  }
}

async function send(bytes: Readable, socket: Socket): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of bytes) {
    const piece: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    if (piece.length === 0) continue
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    await write(socket, Buffer.concat([length, piece]))
  }
  await write(socket, Buffer.alloc(4))
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  await new Promise<void>((done, fail) => {
    socket.write(bytes, error => (error ? fail(error) : done()))
  })
}

async function readAnswer(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket) {
    text += String(chunk)
    if (text.includes('\0')) break
  }
  return text.replaceAll('\0', '').trim()
}

function verdictOf(answer: string) {
  if (answer === 'stream: OK') return { clean: true } as const
  const virus = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (virus) return { clean: false, virus } as const
  throw new Error(`clamd answered: ${answer || 'nothing'}`)
}

function addressOf(address: string): NetConnectOpts {
  const found = /^\[?([^[\]/]+?)\]?:(\d{1,5})$/.exec(address)
  return found ? { host: found[1], port: Number(found[2]) } : { path: address }
}
