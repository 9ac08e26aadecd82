import { createServer, type Socket } from 'node:net'

/** The test file every scanner knows as a virus; in two parts so that no scanner finds it here. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** A server that speaks clamd's INSTREAM, finds the EICAR file, and takes streams up to a length. Listens on a port (0: any free one) or a socket's path. */
export async function startClamd(where: number | string, streamMaxLength = 25_000_000) {
  const scanned: number[] = []
  const server = createServer(socket => void serve(socket, streamMaxLength, scanned).catch(() => socket.destroy()))
  await new Promise<void>(done => server.listen(where, done))
  const address = server.address()
  return {
    address: typeof address === 'string' ? address : `127.0.0.1:${address?.port}`,
    scanned,
    stop: () => new Promise(done => server.close(done)),
  }
}

async function serve(socket: Socket, most: number, scanned: number[]): Promise<void> {
  const command = 'zINSTREAM\0'
  let seen = Buffer.alloc(0)
  for await (const chunk of socket) {
    seen = Buffer.concat([seen, chunk])
    if (seen.length < command.length) continue
    if (seen.subarray(0, command.length).toString() !== command) return void socket.end('UNKNOWN COMMAND\0')
    const content = unpack(seen.subarray(command.length))
    if (content.bytes.length > most) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    if (!content.whole) continue
    scanned.push(content.bytes.length)
    return void socket.end(content.bytes.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
  }
}

function unpack(stream: Buffer): { bytes: Buffer; whole: boolean } {
  const pieces: Buffer[] = []
  let at = 0
  while (at + 4 <= stream.length) {
    const length = stream.readUInt32BE(at)
    if (length === 0) return { bytes: Buffer.concat(pieces), whole: true }
    if (at + 4 + length > stream.length) break
    pieces.push(stream.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return { bytes: Buffer.concat(pieces), whole: false }
}
