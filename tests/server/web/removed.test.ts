import { expect, test } from 'vitest'
import type { MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

test('[WEB70] whoever is removed while typing and polling, in two tabs, hears that and not one word more, is gone from those present, and cannot come back', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const where = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId: newId<OutcomeId>() } // the server's own answer gave it
  const chair = await RawClient.join(where, group.people.coordinator)
  const { token } = group.people.participant
  const tabs = [await RawClient.join(where, { token }, 'websocket'), await RawClient.join(where, { token }, 'polling')]
  const [first] = tabs
  if (first === undefined) throw new Error('No tab')
  const typing = first.edit({ kind: 'item.add', id: newId(), parent: null, after: 'last', title: 'Under way' })
  const removed = await world.call('DELETE', `/groups/${group.groupId}/members/${group.memberIds.participant}`, { as })
  expect(removed.status).toBe(204)
  await typing
  for (const tab of tabs) expect(await tab.closed()).toBe('ended')
  const before = tabs.map((tab) => tab.heard.length)
  must(await chair.edit({ kind: 'item.add', id: newId(), parent: null, after: 'last', title: 'Said after' }))
  must(await chair.run({ kind: 'meeting.open' }))
  world.clock.advance(1_000)
  for (const [index, tab] of tabs.entries()) {
    // An answer comes behind all that was told before it.
    expect(await tab.ask('clock.ask', {})).toMatchObject({ ok: true })
    expect(tab.heard.length).toBe(before[index])
    expect(JSON.stringify(tab.heard)).not.toContain('Said after')
    expect(await tab.tryEnter()).toMatchObject({ refusal: { code: 'notFound' } })
    const update = { meetingId: where.meetingId, stateVector: '' }
    expect(await tab.ask('record.sync', update)).toMatchObject({ refusal: { code: 'rightsChanged' } })
  }
  expect(world.at.rooms.present(where.meetingId)).toBe(1)
  await chair.until(() => chair.all('presence.changed').some((news) => news.gone.length > 0))
})

test('[WEB71] a document that was being made for somebody who is removed or lowered meanwhile is not handed out', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const { exporter } = world.at
  const render = exporter.render.bind(exporter)
  const member = (name: 'participant' | 'rapporteur') => `/groups/${group.groupId}/members/${group.memberIds[name]}`
  const report = await world.call('POST', `/groups/${group.groupId}/reports`, { as, body: { meetingIds: [group.meetingId] } })
  const documents = [
    `/meetings/${group.meetingId}/exports/record.md`,
    `/groups/${group.groupId}/exports/outcomes.csv`,
    `/reports/${report.text('reportId')}/exports/report.md`,
  ]
  let meanwhile: () => Promise<unknown> = () => Promise.resolve()
  // The document itself is made as ever; what happens while it is made happens then.
  Object.assign(exporter, {
    render: async (...ask: Parameters<typeof render>) => {
      const made = await render(...ask)
      await meanwhile()
      return made
    },
  })
  for (const path of documents) {
    expect((await world.call('GET', path, { as: group.people.rapporteur.token })).status).toBe(200)
    meanwhile = () => world.call('PATCH', member('rapporteur'), { as, body: { role: 'participant' } })
    expect(`${path} ${(await world.call('GET', path, { as: group.people.rapporteur.token })).code}`).toBe(`${path} rightsChanged`)
    await world.call('PATCH', member('rapporteur'), { as, body: { role: 'rapporteur' } })
    meanwhile = () => Promise.resolve()
  }
  meanwhile = () => world.call('DELETE', member('participant'), { as })
  const [record = ''] = documents
  expect((await world.call('GET', record, { as: group.people.participant.token })).code).toBe('notFound')
})
