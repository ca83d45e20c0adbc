import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { verifyPassword as verifyFormer } from 'better-auth/crypto'

/** RELIABILITY part 4, line 18: N = 2^17, r = 8, p = 1, which takes 128 MiB while it runs. */
const cost = { log2N: 17, r: 8, p: 1 } as const
const keyBytes = 32
const saltBytes = 16
/** What is read back is bounded too: a stored line must not be able to ask for more than these. */
const most = { log2N: 20, r: 16, p: 4 } as const

/** Hashes a password beside the main thread. The line names its own cost, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether the password is the one that was hashed; also for lines of the first releases, which the library wrote. */
export async function verifyPassword(given: { readonly hash: string; readonly password: string }): Promise<boolean> {
  const parts = parse(given.hash)
  if (parts === null) return verifyFormer(given)
  const key = await derive(given.password, parts.salt, parts)
  return key.length === parts.key.length && timingSafeEqual(key, parts.key)
}

/** Whether a line was written with less than today's cost and should be written anew at the next sign-in. */
export function isFormerHash(hash: string): boolean {
  return parse(hash)?.log2N !== cost.log2N
}

interface Cost {
  readonly log2N: number
  readonly r: number
  readonly p: number
}

function parse(hash: string): (Cost & { readonly salt: Buffer; readonly key: Buffer }) | null {
  const [kind, log2N = '', r = '', p = '', salt = '', key = ''] = hash.split('$')
  if (kind !== 'scrypt') return null
  const read = { log2N: Number(log2N), r: Number(r), p: Number(p) }
  const fits = (['log2N', 'r', 'p'] as const).every(
    (name) => Number.isInteger(read[name]) && read[name] >= 1 && read[name] <= most[name],
  )
  if (!fits) throw new Error('A stored password has a cost that is not ours')
  return { ...read, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') }
}

function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N
  const options: ScryptOptions = { N, r, p, maxmem: 128 * r * (N + p + 2) }
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard may be other code points.
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
