import { hashPassword as formerHash } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { hashPassword, isFormerHash, verifyPassword } from '../../../server/meetings/accounts/hashPassword.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'

const password = 'correct horse battery'

test('[WEB26] a password is kept as scrypt with N = 2^17, r = 8, p = 1 and a salt of its own, to its last letter', async () => {
  const [one, two] = [await hashPassword(password), await hashPassword(password)]
  expect(one).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  expect(one).not.toBe(two)
  expect(await verifyPassword({ hash: one, password })).toBe(true)
  expect(await verifyPassword({ hash: one, password: `${password}x` })).toBe(false)
  const long = `${'x'.repeat(127)}a`
  const hash = await hashPassword(long)
  expect(await verifyPassword({ hash, password: long })).toBe(true)
  expect(await verifyPassword({ hash, password: `${'x'.repeat(127)}b` })).toBe(false)
  await expect(verifyPassword({ hash: one.replace('$17$', '$30$'), password })).rejects.toThrow('cost')
})

test('[WEB26] a line of the first releases still lets its owner in, and is written anew at that sign-in', async () => {
  const world = await httpWorld()
  const anna = await world.account('Anna', { password })
  const former = await formerHash(password)
  const hashOf = () => String(world.at.storage.directory.people.value.auth.account?.[0]?.password)
  await world.at.accounts.setPassword(anna.accountId, { hash: former })
  expect(isFormerHash(hashOf())).toBe(true)
  const nowhere = { browser: null, system: null }
  expect((await world.at.accounts.signIn(anna.email, 'another password', nowhere)).ok).toBe(false)
  expect(isFormerHash(hashOf())).toBe(true)
  expect((await world.at.accounts.signIn(anna.email, password, nowhere)).ok).toBe(true)
  expect(isFormerHash(hashOf())).toBe(false)
  expect((await world.at.accounts.signIn(anna.email, password, nowhere)).ok).toBe(true)
})
