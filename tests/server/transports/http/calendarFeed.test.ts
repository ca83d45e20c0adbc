import { expect, test } from 'vitest'
import { routes } from '../../../../server/transports/http/routes.ts'
import { dayAfter, ledgerScene } from '../../../support/http/ledgerScene.ts'

function basic(password: string, name = 'calendar'): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` }
}

test('[REG82] a calendar program signs in to the calendar with a personal token as password, sees what its owner sees, and is asked for it', async () => {
  const { world, group, adopted, ledger } = await ledgerScene()
  const { participant, observer, coordinator } = group.people
  const { action, meetingId } = await adopted({ title: 'May', startsAt: '2026-01-27' })
  const path = `/groups/${group.groupId}/exports/calendar.ics`
  const get = (headers: Readonly<Record<string, string>>, query = '') => world.call('GET', `${path}${query}`, { headers })
  const stranger = await get({})
  expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Rapporteur", charset="UTF-8"'])
  // A page would have its browser ask the person.
  expect((await get({ 'sec-fetch-site': 'same-origin' })).headers.get('www-authenticate')).toMatch(/^Bearer/)
  for (const name of ['calendar', '', 'ünïcode', 'with:colon'.slice(0, 4)])
    expect((await get(basic(participant.token, name))).status).toBe(200)
  const own = (await get(basic(participant.token))).raw.replace(/\r\n /g, '')
  expect(own).toMatch(/SUMMARY:May/)
  expect(own).toContain(`DTSTART;VALUE=DATE:${dayAfter(world, 20).replaceAll('-', '')}`)
  expect(own).toContain(`UID:${action}@rapporteur`)
  expect(own).toContain('SECRET task')
  const seen = (await get(basic(observer.token))).raw.replace(/\r\n /g, '')
  expect(seen).toContain('Raise it in Manila')
  expect(seen).not.toContain('SECRET')
  expect((await get(basic(participant.token), '?delegation=ours&due=overdue')).raw).not.toContain('Manila')
  await ledger(coordinator, { kind: 'action.progress', action, meeting: meetingId, status: 'done' })
  expect((await get(basic(participant.token))).raw).not.toContain('Manila')
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, {
    as: coordinator.token,
    body: { role: 'participant' },
  })
  const secret = seat.text('url').split('#')[1]
  const guest = (await world.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })).text('token')
  const wrong = ['', 'rp_wrong', guest, `${participant.token}x`, 'correct horse battery']
  for (const password of wrong) expect(`${password} ${(await get(basic(password))).status}`).toBe(`${password} 401`)
  expect((await get({ authorization: 'Basic %%%' })).status).toBe(401)
  expect(world.logged.join('\n')).not.toContain(participant.token)
  expect(world.logged.join('\n')).not.toContain(Buffer.from(`calendar:${participant.token}`).toString('base64'))
})

test('[REG83] HTTP Basic opens nothing but the calendar, with whatever right the token has', async () => {
  const { world, group, adopted } = await ledgerScene()
  const { coordinator } = group.people
  const { meetingId, outcome } = await adopted({ title: 'May' })
  const headers = basic(coordinator.token)
  let tried = 0
  for (const { method, path } of routes) {
    if (path === '/groups/:groupId/exports/calendar.ics') continue
    const target = path
      .replace(':groupId', group.groupId)
      .replace(':meetingId', meetingId)
      .replace(':kind', 'outcome')
      .replace(':id', outcome)
      .replace(':name', path.startsWith('/groups') ? 'outcomes.csv' : 'record.md')
      .replace(/:\w+/g, '1')
    const answer = await world.call(method.toUpperCase(), target, { headers, ...(method === 'get' ? {} : { raw: '{}' }) })
    expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 401`)
    tried += 1
  }
  expect(tried).toBeGreaterThan(50)
  const yjs = await fetch(`${world.url}/socket.io/?EIO=4&transport=polling`, { headers })
  expect(yjs.status === 200 ? await yjs.text() : '').not.toContain(group.groupId)
})
