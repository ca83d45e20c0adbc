import { expect, test } from 'vitest'
import { createNewId, newSecret, sameHash, sha256, systemClock, systemRandom } from '../../../server/base/index.ts'
import { isId } from '../../../shared/base/index.ts'
import { ManualClock } from '../../support/ManualClock.ts'

test('[STO55] ids are 128 bits and secrets 256, and none comes twice', () => {
  const newId = createNewId(systemRandom())
  const ids = Array.from({ length: 1000 }, () => newId())
  expect(ids.every(isId)).toBe(true)
  const secrets = Array.from({ length: 1000 }, () => newSecret(systemRandom()))
  expect(secrets.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true)
  expect(new Set([...ids, ...secrets]).size).toBe(2000)
})

test('[STO56] hashes are SHA-256 and compared whole', () => {
  // The example of FIPS 180-2, appendix B.1.
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256(new TextEncoder().encode('abc'))).toBe(sha256('abc'))
  expect(sameHash(sha256('abc'), sha256('abc'))).toBe(true)
  expect(sameHash(sha256('abc'), sha256('abd'))).toBe(false)
  expect(sameHash(sha256('abc'), 'ba')).toBe(false)
})

test('[STO57] the clock runs what is due and gives a timer back; the one for tests keeps to the same rules', async () => {
  const clock = systemClock()
  await new Promise<void>((resolve) => clock.after(1, resolve))
  await new Promise<void>((resolve) => {
    let runs = 0
    const stop = clock.every(1, () => {
      runs += 1
      if (runs < 3) return
      stop()
      resolve()
    })
  })
  expect(clock.monotonicMs()).toBeGreaterThan(0)
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000)

  const manual = new ManualClock()
  const seen: string[] = []
  const stop = manual.every(10, () => seen.push(`every ${manual.monotonicMs()}`))
  manual.after(15, () => seen.push(`after ${manual.monotonicMs()}`))
  manual.after(5, () => seen.push('never'))()
  manual.advance(25)
  stop()
  manual.advance(25)
  expect(seen).toEqual(['every 10', 'after 15', 'every 20'])
  expect(manual.waiting).toBe(0)
})
