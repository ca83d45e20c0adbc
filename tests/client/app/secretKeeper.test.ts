import { expect, test } from 'vitest'
import { SecretKeeper } from '../../../client/features/people/SecretKeeper.ts'

const secret = 'FY7J_iW9fagesftbcbv2b_w7vRr-5lO'

/** A window as far as the keeper needs one, with real behaviour of address and storage. */
function browser(address: string, kept = new Map<string, string>()) {
  const location = { hash: '', pathname: '/', search: '' }
  const go = (to: string) => {
    const url = new URL(to, 'http://127.0.0.1')
    Object.assign(location, { hash: url.hash, pathname: url.pathname, search: url.search })
  }
  go(address)
  const visited: string[] = []
  const history = {
    state: { key: 'kept' },
    replaceState: (_state: unknown, _title: string, to?: string | URL | null) => {
      visited.push(String(to))
      go(String(to))
    },
  }
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return { location, history, storage, go, visited, kept }
}

test('[UI10] the secret leaves the address bar at once', () => {
  const window = browser(`/join?x=1#${secret}`)
  const keeper = new SecretKeeper(window)
  expect(window.location.hash).toBe('')
  expect(window.visited).toEqual(['/join?x=1'])
  expect(keeper.secretFor('/join')).toBe(secret)
})

test('[UI10] a reload of the tab still knows it, until it has been used', () => {
  const window = browser(`/join#${secret}`)
  new SecretKeeper(window)
  const reloaded = new SecretKeeper(browser('/join', window.kept))
  expect(reloaded.secretFor('/join')).toBe(secret)
  reloaded.forget('/join')
  expect(reloaded.secretFor('/join')).toBeNull()
  expect(window.kept.size).toBe(0)
})

test('[UI10] a second link opened in the same tab takes the place of the first', () => {
  const window = browser(`/join#${secret}`)
  const keeper = new SecretKeeper(window)
  let told = 0
  keeper.subscribe(() => {
    told += 1
  })
  window.go(`/join#${secret}2`)
  keeper.take()
  expect(told).toBe(1)
  expect(keeper.secretFor('/join')).toBe(`${secret}2`)
  expect(window.location.hash).toBe('')
})

test('[UI10] a mark inside a page is no secret, and one page does not see the secret of another', () => {
  const record = browser('/m/abc/record#paragraph-number-twenty-one')
  expect(new SecretKeeper(record).secretFor('/m/abc/record')).toBeNull()
  expect(record.visited).toEqual([])
  const keeper = new SecretKeeper(browser(`/first#${secret}`))
  expect(keeper.secretFor('/join')).toBeNull()
})

test('[UI10] where the browser refuses storage the page still holds it', () => {
  const refuse = () => {
    throw new Error('blocked')
  }
  const window = { ...browser(`/join#${secret}`), storage: { getItem: refuse, setItem: refuse, removeItem: refuse } }
  const keeper = new SecretKeeper(window)
  expect(window.location.hash).toBe('')
  expect(keeper.secretFor('/join')).toBe(secret)
  keeper.forget('/join')
  expect(keeper.secretFor('/join')).toBeNull()
})
