import { expect, test } from 'vitest'
import { createGroup, loadSampleFor, offerFirstAdministrator } from '../../../../server/meetings/index.ts'
import { callerOf, httpWorld } from '../../../support/http/httpWorld.ts'
import { newId } from '../../../support/storageSamples.ts'

test('[PEO9] two coordinators who demote each other at the same moment leave one, in every interleaving', async () => {
  const world = await httpWorld()
  for (let round = 0; round < 25; round += 1) {
    const group = await world.group(`Group ${round}`)
    const path = `/groups/${group.groupId}/members`
    const [first, second] = [group.people.coordinator, group.people.rapporteur]
    await world.call('PATCH', `${path}/${group.memberIds.rapporteur}`, { as: first.token, body: { role: 'coordinator' } })
    const demote = (as: string, memberId: string, how: 'PATCH' | 'DELETE') =>
      world.call(how, `${path}/${memberId}`, { as, ...(how === 'PATCH' ? { body: { role: 'participant' } } : {}) })
    const how = round % 2 === 0 ? 'PATCH' : 'DELETE'
    const answers = await Promise.all([
      demote(first.token, group.memberIds.rapporteur, how),
      demote(second.token, group.memberIds.coordinator, how),
    ])
    const file = await world.at.storage.directory.group(group.groupId as never)
    expect(file?.value.members.filter((member) => member.role === 'coordinator')).toHaveLength(1)
    expect(answers.filter((answer) => answer.status < 300)).toHaveLength(1)
  }
})

test('[PEO9] the last coordinator can neither be demoted nor removed, by anybody', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const path = `/groups/${group.groupId}/members/${group.memberIds.coordinator}`
  const as = group.people.coordinator.token
  expect((await world.call('PATCH', path, { as, body: { role: 'observer' } })).code).toBe('conflict')
  expect((await world.call('DELETE', path, { as })).code).toBe('conflict')
  expect((await world.call('GET', `/groups/${group.groupId}`, { as })).json.you).toMatchObject({ role: 'coordinator' })
})

test('[PEO14] a state is named by its ISO code, an organization by its own, and a code stands once in a group', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const add = (body: object) =>
    world.call('POST', `/groups/${group.groupId}/delegations`, { as: group.people.coordinator.token, body })
  expect((await add({ name: 'Thailand', code: 'THA', type: 'state', partyStatus: 'stateParty' })).status).toBe(201)
  expect((await add({ name: 'Thailand', code: 'THA', type: 'state' })).code).toBe('conflict')
  expect((await add({ name: 'Nowhere', code: 'XQX', type: 'state' })).code).toBe('invalid')
  expect((await add({ name: 'Thailand', code: 'tha', type: 'state' })).code).toBe('invalid')
  expect((await add({ name: 'Campaign', code: 'ICBL', type: 'ngo', membership: 'observer' })).status).toBe(201)
  const list = await world.call('GET', `/groups/${group.groupId}/delegations`, { as: group.people.observer.token })
  expect(list.list('items').map((one) => [one.code, one.partyStatus, one.membership])).toEqual([
    ['THA', 'stateParty', 'member'],
    ['ICBL', null, 'observer'],
  ])
})

test('[PEO17] a changed group setting is seen by the next question and leaves alone what was not named', async () => {
  const world = await httpWorld()
  const group = await world.group('Before')
  const as = group.people.coordinator.token
  const rules = { participantsEdit: 'agenda', participantsEditDraft: true }
  await world.call('PATCH', `/groups/${group.groupId}`, { as, body: { purpose: 'To agree', rules } })
  const seen = await world.call('GET', `/groups/${group.groupId}`, { as: group.people.participant.token })
  expect(seen.json).toMatchObject({ name: 'Before', purpose: 'To agree', rules })
  const meeting = await world.call('GET', `/meetings/${group.meetingId}`, { as: group.people.participant.token })
  expect(meeting.json.rights).toContain('record.editAgenda')
  expect(meeting.json.rights).not.toContain('record.editText')
})

test('[PEO17] addresses of members are shown to those who manage them only', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const seen = await world.call('GET', `/groups/${group.groupId}/members`, { as: group.people.participant.token })
  expect(seen.list('items')).toHaveLength(4)
  expect(seen.raw).not.toContain('@example.org')
})

test('[PEO18] a head change names what it was made against, and an impossible day or zone is refused', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.rapporteur.token
  const patch = (body: object) => world.call('PATCH', `/meetings/${group.meetingId}`, { as, body })
  const changed = await patch({ seq: 0, title: 'Second thoughts', startsAt: '2026-09-16T09:00', timeZone: 'Europe/Oslo' })
  expect(changed.json).toMatchObject({ seq: 1, head: { title: 'Second thoughts', timeZone: 'Europe/Oslo', place: null } })
  expect((await patch({ seq: 0, title: 'Too late' })).code).toBe('stale')
  expect((await patch({ timeZone: 'Mars/Olympus' })).code).toBe('invalid')
  expect((await patch({ startsAt: '2026-02-31' })).code).toBe('invalid')
  expect((await patch({ endsAt: '2026-09-16T08:00' })).code).toBe('invalid')
  expect((await patch({ startsAt: '2002' })).json).toMatchObject({ head: { startsAt: '2002' } })
})

test('[PEO19] a session command over HTTP happens once for its id and is told in the meeting', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.rapporteur.token
  const id = newId()
  const send = (kind: string, commandId = id) =>
    world.call('POST', `/meetings/${group.meetingId}/commands`, { as, body: { id: commandId, kind } })
  const [one, two] = await Promise.all([send('meeting.open'), send('meeting.open')])
  expect([one.status, two.status]).toEqual([200, 200])
  expect(two.json.seq).toBe(one.json.seq)
  expect((await send('meeting.open', newId())).code).toBe('wrongPhase')
  const meeting = await world.call('GET', `/meetings/${group.meetingId}`, { as })
  expect(meeting.json).toMatchObject({
    phase: 'inSession',
    history: [{ phase: 'inSession', actor: { role: 'rapporteur', name: 'rapporteur' } }],
  })
  expect((await send('meeting.close', 'short')).code).toBe('invalid')
})

test('[PEO15] the sample is loaded once, even by two at the same moment, and each loader becomes its coordinator', async () => {
  const world = await httpWorld()
  const [ada, bo] = [await world.account('Ada', { administrator: true }), await world.account('Bo', { administrator: true })]
  expect((await world.call('GET', '/session', { as: ada.token })).json.sampleLoaded).toBe(false)
  const answers = await Promise.all([ada, bo, ada].map(({ token }) => world.call('POST', '/sample', { as: token })))
  expect(new Set(answers.map((answer) => answer.raw)).size).toBe(1)
  expect((await world.call('GET', '/session', { as: ada.token })).json.sampleLoaded).toBe(true)
  const groupId = answers[0]?.text('groupId') ?? ''
  for (const { token } of [ada, bo]) {
    expect((await world.call('GET', `/groups/${groupId}`, { as: token })).json.you).toMatchObject({ role: 'coordinator' })
  }
})

test('[PEO15] the sample says nothing that its source does not: no date, no status, one view that is not the group’s', async () => {
  const world = await httpWorld()
  const ada = await world.account('Ada', { administrator: true })
  const [meetingId] = (await world.call('POST', '/sample', { as: ada.token })).json.meetingIds as string[]
  const { json } = await world.call('GET', `/meetings/${meetingId}/record`, { as: ada.token })
  expect(json.head).toMatchObject({
    startsAt: null,
    endsAt: null,
    timeZone: null,
    place: null,
    formalMeeting: null,
    symbol: null,
  })
  expect(json.session).toMatchObject({ phase: 'draft', closed: false, closedItems: [] })
  const lists = json as unknown as Record<'items' | 'outcomes' | 'actions' | 'targets', Record<string, unknown>[]>
  expect(lists.items.map((item) => item.number)).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(lists.outcomes.map((outcome) => [outcome.number, outcome.kind, outcome.standing])).toEqual([
    ['1.1', 'confirmed', null],
    ['2.1', 'recognised', null],
    ['3.1', '', 'coordinatorView'],
    ['4.1', 'focussed on', null],
    ['5.1', 'took note', null],
    ['6.1', 'reaffirmed', null],
  ])
  expect(lists.outcomes.map((outcome) => (outcome.qualifiers as unknown[]).length)).toEqual([2, 1, 0, 1, 1, 2])
  expect(lists.actions).toHaveLength(7)
  for (const action of lists.actions) expect(action).toMatchObject({ basis: 'implied', status: 'open', lead: null })
  expect(lists.actions.map((action) => action.due)).toContainEqual({ event: '2004 Review Conference' })
  expect(lists.targets).toMatchObject([
    { figure: 145, atLeast: true, event: '2004 Review Conference', whose: "Coordinator's view" },
  ])
})

test('[PEO15] a sample that was loaded before there was anybody belongs to the first administrator', async () => {
  const world = await httpWorld()
  const loaded = await loadSampleFor(world.at, [])
  expect(loaded.ok && loaded.value.meetingIds).toHaveLength(1)
  const secret = (await offerFirstAdministrator(world.at))?.split('#')[1]
  const browser = world.browser()
  const body = { secret, email: 'ada@example.org', name: 'Ada', password: 'correct horse battery' }
  await browser.call('POST', '/administrators/claim', { body })
  expect((await browser.call('GET', '/groups')).list('items')).toMatchObject([{ sample: true, you: { role: 'coordinator' } }])
})

test('[WEB12] lists are paged by a cursor that sees every entry once', async () => {
  const world = await httpWorld()
  const ada = await world.account('Ada', { administrator: true })
  for (const name of ['E', 'B', 'D', 'A', 'C']) await createGroup(world.at, callerOf(world, ada), { name })
  const names: unknown[] = []
  let cursor = ''
  for (let pages = 0; pages < 3; pages += 1) {
    const answer = await world.call('GET', `/groups?limit=2${cursor}`, { as: ada.token })
    names.push(...answer.list('items').map((group) => group.name))
    cursor = `&cursor=${String(answer.json.next)}`
    if (answer.json.next === null) break
  }
  expect(names).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect((await world.call('GET', '/groups?limit=0', { as: ada.token })).code).toBe('invalid')
  expect((await world.call('GET', '/groups?cursor=nowhere', { as: ada.token })).code).toBe('invalid')
  expect((await world.call('GET', '/groups?surprise=1', { as: ada.token })).code).toBe('invalid')
})

test('[PEO23] a group that cannot be read harms only itself', async () => {
  const damaged: string[] = []
  const world = await httpWorld({
    breaking: (storage) => {
      const { directory } = storage
      const group: typeof directory.group = (id) =>
        damaged.includes(id) ? Promise.reject(new Error('damaged')) : directory.group(id)
      const groups: typeof directory.groups = () => directory.groups()
      const createGroup: typeof directory.createGroup = (file) => directory.createGroup(file)
      const broken = { people: directory.people, groups, group, createGroup }
      return new Proxy(storage, { get: (target, key) => (key === 'directory' ? broken : bound(target, key)) })
    },
  })
  const [one, two] = [await world.group('One'), await world.group('Two')]
  const body = { email: two.people.coordinator.email, role: 'observer' }
  const member = await world.call('POST', `/groups/${one.groupId}/members`, { as: one.people.coordinator.token, body })
  damaged.push(two.groupId)
  const list = await world.call('GET', '/groups', { as: two.people.coordinator.token })
  expect(list.list('items').map((group) => group.name)).toEqual(['One'])
  expect((await world.call('GET', `/groups/${two.groupId}`, { as: two.people.coordinator.token })).code).toBe('internal')
  const reset = `/groups/${one.groupId}/members/${member.text('memberId')}/reset`
  expect((await world.call('POST', reset, { as: one.people.coordinator.token })).code).toBe('forbidden')
})

/** A part of an object as it is, methods still knowing whose they are. */
function bound(target: object, key: string | symbol): unknown {
  const part: unknown = Reflect.get(target, key, target)
  return typeof part === 'function' ? part.bind(target) : part
}
