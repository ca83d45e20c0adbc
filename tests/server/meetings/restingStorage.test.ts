import { expect, test } from 'vitest'
import { RestingStorage } from '../../../server/meetings/accounts/RestingStorage.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'

const password = 'correct horse battery'
const nowhere = { browser: null, system: null }

/** Node tells it of each storage, under a name that it does not document. */
const isWatching = (storage: unknown) => Reflect.get(Object(storage), 'enabled') === true

test('[BEN20] calls that overlap keep a context each, and when the last is over nothing is watched any more', async () => {
  const storage = new RestingStorage<string>()
  const gates = new Map<string, () => void>()
  const call = (name: string) =>
    storage.run(name, async () => {
      await new Promise<void>((resolve) => gates.set(name, resolve))
      const seen = [storage.getStore()]
      await storage.run(`${name} within`, async () => {
        await Promise.resolve()
        seen.push(storage.getStore())
      })
      return [...seen, storage.getStore()]
    })
  const calls = [call('one'), call('two')]
  gates.get('one')?.()
  expect(await calls[0]).toEqual(['one', 'one within', 'one'])
  expect(isWatching(storage)).toBe(true)
  gates.get('two')?.()
  expect(await calls[1]).toEqual(['two', 'two within', 'two'])
  expect(isWatching(storage)).toBe(false)
  const failing = storage.run('three', () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(() =>
    storage.run('four', () => {
      throw new Error('at once')
    }),
  ).toThrow('at once')
  expect(storage.run('five', (more: string) => `${storage.getStore()} ${more}`, 'and more')).toBe('five and more')
  expect(isWatching(storage)).toBe(false)
})

test('[BEN20] signing in and asking who it is leave no context of the accounts awake', async () => {
  const world = await httpWorld()
  const anna = await world.account('Anna', { password })
  const signedIn = await Promise.all([1, 2, 3].map(() => world.at.accounts.signIn(anna.email, password, nowhere)))
  expect(signedIn.every(({ ok }) => ok)).toBe(true)
  await world.at.accounts.loginOf(new Headers())
  const found: unknown = Reflect.get(globalThis, Symbol.for('better-auth:global'))
  const storages = Object.values(Object(Reflect.get(Object(found), 'context')))
  expect(storages.length).toBeGreaterThanOrEqual(2)
  expect(storages.filter((storage) => !(storage instanceof RestingStorage))).toEqual([])
  expect(storages.filter(isWatching)).toEqual([])
})
