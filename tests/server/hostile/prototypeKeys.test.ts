import { expect, test } from 'vitest'
import { routes } from '../../../server/transports/http/routes.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'

const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

test('[HOS24] keys of a prototype in bodies, queries and ids are refused or plain words on every route, and no right is read from them', async () => {
  const world = await httpWorld()
  const { groupId, meetingId, people } = await world.group()
  const as = people.observer.token
  const broken: string[] = []
  for (const { method, path } of routes) {
    const known = path.replace(':groupId', groupId).replace(':meetingId', meetingId).replace(/:\w+/g, 'x')
    for (const key of keys) {
      const tries = [
        world.call(method.toUpperCase(), path.replace(/:\w+/g, key), { as }),
        world.call(method.toUpperCase(), `${known}?${key}=1&${key}[role]=coordinator&group=${key}`, { as }),
        ...(method === 'get'
          ? []
          : [world.call(method.toUpperCase(), known, { as, raw: `{"${key}":{"role":"coordinator","administrator":true}}` })]),
      ]
      for (const { status } of await Promise.all(tries)) if (status >= 500) broken.push(`${method} ${path} ${key}: ${status}`)
    }
  }
  expect(broken).toEqual([])
  expect(Object.keys(Object.prototype)).toEqual([])
  const made = await world.call('POST', '/groups', { as, raw: '{"name":"X","__proto__":{"administrator":true}}' })
  expect(made.status).toBeGreaterThanOrEqual(400)
  const group = await world.call('GET', `/groups/${groupId}`, { as })
  expect(group.json.role ?? 'observer').toBe('observer')
})
