import { join, relative } from 'node:path'

/** The longest path that a socket's address holds on every system; Linux has 107, macOS 103. */
const maxBytes = 100

/** Where the running server of a data folder listens for commands; null when no such path is short enough for a socket. */
export function socketPath(dataDir: string): string | null {
  const path = join(dataDir, 'rapporteur.sock')
  const candidates = [path, relative(process.cwd(), path)]
  return candidates.find((one) => Buffer.byteLength(one) <= maxBytes) ?? null
}
