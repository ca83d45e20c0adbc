import { expect, test } from 'vitest'
import { readGroupRecords } from '../../../server/meetings/groupRecords.ts'
import { recordFor } from '../../../server/meetings/readRecord.ts'
import { visibleTo } from '../../../shared/access/index.ts'
import type { GroupId, ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import { type GroupWorld, type HttpWorld, httpWorld, type Somebody } from '../../support/http/httpWorld.ts'
import { RawClient } from '../../support/live/RawClient.ts'
import { makeArchive } from '../../support/makeArchive.ts'
import { must, newId } from '../../support/storageSamples.ts'

interface Scene {
  readonly world: HttpWorld
  readonly group: GroupWorld
  readonly chair: RawClient
  readonly item: ItemId
  readonly outcome: OutcomeId
  search(somebody: Somebody | null, q: string, more?: string): Promise<SearchAnswer>
  /** Lets the second pass that a change may take. */
  settle(): Promise<void>
}

async function scene(): Promise<Scene> {
  const world = await httpWorld()
  const group = await world.group()
  const [item, outcome] = [newId<ItemId>(), newId<OutcomeId>()]
  const place = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId: outcome } // the server's own answer gave it
  const chair = await RawClient.join(place, group.people.coordinator)
  must(await chair.edit({ kind: 'item.add', id: item, parent: null, after: 'last', title: 'Universalization' }))
  must(
    await chair.edit({
      kind: 'outcome.add',
      id: outcome,
      item,
      after: 'last',
      values: { kind: 'agreed' },
      text: 'to write to Évian',
    }),
  )
  const search = async (somebody: Somebody | null, q: string, more = '') => {
    const answer = await world.call('GET', `/search?q=${encodeURIComponent(q)}${more}`, { as: somebody?.token ?? null })
    // A good answer has been compared with the route's schema.
    return answer.json as unknown as SearchAnswer
  }
  const settle = async () => {
    world.clock.advance(2_000)
    await world.at.archive.idle()
  }
  return { world, group, chair, item, outcome, search, settle }
}

test('[SEA20] what was saved is found a second later, with its address, and what was taken back is not', async () => {
  const { group, chair, item, outcome, search, settle } = await scene()
  const { coordinator } = group.people
  const found = await search(coordinator, 'evian')
  expect(found).toMatchObject({
    total: 1,
    records: 1,
    pending: 0,
    hits: [{ meetingId: group.meetingId, meetingTitle: 'First meeting' }],
  })
  expect(found.hits[0]?.passages).toEqual([
    {
      part: 'outcome',
      id: outcome,
      paragraph: null,
      number: '1.1',
      standing: 'proposed',
      kind: 'agreed',
      status: null,
      snippet: [
        { text: 'to write to ', hit: false },
        { text: 'Évian', hit: true },
      ],
      address: `/m/${group.meetingId}/record#${outcome}`,
    },
  ])
  must(await chair.edit({ kind: 'action.add', id: newId(), item, after: 'last', task: 'Ask the Canton of Vaud' }))
  await settle()
  expect((await search(coordinator, 'vaud part:action')).total).toBe(1)
  must(await chair.edit({ kind: 'outcome.remove', id: outcome }))
  await settle()
  expect((await search(coordinator, 'evian')).total).toBe(0)
})

test('[SEA21] another group finds nothing of it, nobody is asked to sign in, and an observer finds nothing that is closed', async () => {
  const { world, group, chair, item, search, settle } = await scene()
  const elsewhere = await world.group('Another group')
  const { coordinator, participant, observer } = group.people
  expect((await search(observer, 'evian')).total).toBe(1)
  expect(await search(elsewhere.people.coordinator, 'evian')).toMatchObject({
    total: 0,
    records: 0,
    hits: [],
    facets: { part: [], kind: [] },
  })
  expect((await world.call('GET', '/search?q=evian')).status).toBe(401)
  expect((await search(elsewhere.people.coordinator, 'evian', `&group=${group.groupId}`)).total).toBe(0)
  must(await chair.run({ kind: 'item.closeToObservers', item, closed: true }))
  // At once, before any second has passed.
  expect((await search(observer, 'evian')).total).toBe(0)
  await settle()
  expect((await search(observer, 'evian')).total).toBe(0)
  expect((await search(participant, 'evian')).total).toBe(1)
  expect((await search(coordinator, 'evian')).total).toBe(1)
})

test('[SEA22] wrong questions are refused with a word, and whoever asks too fast waits', async () => {
  const { world, group } = await scene()
  const as = group.people.coordinator.token
  const codes = []
  for (const query of [
    'standing=nonsense',
    'cursor=xyz',
    `q=${'x'.repeat(301)}`,
    'limit=0',
    'from=yesterday',
    'surprise=1',
    `q=${'a+'.repeat(20)}`,
  ]) {
    codes.push((await world.call('GET', `/search?${query}`, { as })).code)
  }
  expect(codes).toEqual(codes.map(() => 'invalid'))
  const many = await Promise.all(Array.from({ length: 60 }, () => world.call('GET', '/search?q=a', { as })))
  expect(many.filter(({ code }) => code === 'tooMany').length).toBeGreaterThan(5)
  // The others are not held up by it.
  expect((await world.call('GET', '/search?q=a', { as: group.people.observer.token })).status).toBe(200)
})

test('[SEA23] the records of a group come out of digests as they would be read one by one, for every role, also when they have just changed', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { groupIds, meetingIds } = await makeArchive(world.at.storage, {
    records: 8,
    groups: 1,
    paragraphs: 10,
    seed: 3,
    closedEvery: 2,
    adopted: 0.5,
  })
  for (const groupId of [groupIds[0], group.groupId as GroupId]) {
    const file = (await world.at.storage.directory.group(groupId as GroupId))?.value
    if (file === undefined) throw new Error('The group was made')
    for (const role of ['coordinator', 'observer', 'coordinator'] as const) {
      const place = { person: 'a:x' as never, name: '', role, delegationId: null, onlyMeeting: null }
      const records = must(await readGroupRecords(world.at, { file, place }))
      const meetings = await world.at.storage.meetings.list(file.group.id)
      expect(records.map(({ meetingId }) => meetingId)).toEqual(meetings.map(({ meetingId }) => meetingId))
      for (const [index, meeting] of meetings.entries()) {
        const read = must(await recordFor(world.at, { meeting, file, place }))
        expect(records[index]).toMatchObject({ version: read.version, fingerprint: read.fingerprint })
        expect(records[index]?.record).toEqual(visibleTo(role, read.record))
      }
      const one = must(
        await readGroupRecords(world.at, { file, place: { ...place, onlyMeeting: meetings[0]?.meetingId ?? null } }),
      )
      expect(one).toHaveLength(1)
    }
  }
  expect(meetingIds).toHaveLength(8)
  // No time has passed at all since this was saved.
  const place = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId: newId<OutcomeId>() }
  const chair = await RawClient.join(place, group.people.coordinator)
  const file = (await world.at.storage.directory.group(group.groupId as GroupId))?.value
  if (file === undefined) throw new Error('The group was made')
  for (let n = 1; n <= 3; n += 1) {
    must(await chair.edit({ kind: 'item.add', id: newId(), parent: null, after: 'last', title: `Item ${n}` }))
    const [record] = must(
      await readGroupRecords(world.at, {
        file,
        place: { person: 'a:x' as never, name: '', role: 'observer', delegationId: null, onlyMeeting: null },
      }),
    )
    expect(record?.record.items).toHaveLength(n)
  }
})

test('[SEA24] the archive lists records by date with counts of what the caller may see, in pages, and counts the years', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const members = await world.at.storage.directory.group(group.groupId as GroupId)
  const { groupIds } = await makeArchive(world.at.storage, {
    records: 30,
    groups: 2,
    paragraphs: 10,
    seed: 5,
    closedEvery: 3,
    members: members?.value.members ?? [],
  })
  const { coordinator, observer } = group.people
  const all = await world.call('GET', '/archive?limit=200', { as: coordinator.token })
  expect(all.json).toMatchObject({ total: 31, next: null })
  const dates = all.list('items').map(({ startsAt }) => startsAt ?? '9999')
  expect(dates).toEqual([...dates].sort().reverse())
  expect(all.list('years').reduce((sum, { count }) => sum + Number(count), 0)).toBe(31)
  const seen: unknown[] = []
  for (let cursor = ''; ; ) {
    const page = await world.call('GET', `/groups/${groupIds[0]}/archive?limit=4${cursor}`, { as: observer.token })
    seen.push(...page.list('items').map(({ meetingId }) => meetingId))
    if (page.json.next === null) break
    cursor = `&cursor=${page.text('next')}`
  }
  expect(new Set(seen).size).toBe(15)
  const counts = async (as: string) => {
    const answer = await world.call('GET', '/archive?limit=200', { as })
    return answer.list('items').reduce((sum, { outcomes, actions }) => sum + Number(outcomes) + Number(actions), 0)
  }
  expect(await counts(observer.token)).toBeLessThan(await counts(coordinator.token))
  expect(
    (await world.call('GET', `/groups/${groupIds[0]}/archive?phase=adopted`, { as: coordinator.token })).json.total,
  ).toBeLessThan(15)
  const stranger = await world.account('Somebody')
  expect((await world.call('GET', '/archive', { as: stranger.token })).json).toMatchObject({ total: 0, years: [] })
})

test('[SEA25] a delegation is found by its name where it leads, filters take names and codes, an adopted note has its number', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const members = (await world.at.storage.directory.group(group.groupId as GroupId))?.value.members ?? []
  const { groupIds } = await makeArchive(world.at.storage, {
    records: 6,
    groups: 1,
    paragraphs: 20,
    seed: 11,
    adopted: 1,
    members,
  })
  const as = group.people.coordinator.token
  const find = async (query: string) => (await world.call('GET', `/search?${query}`, { as })).json as unknown as SearchAnswer
  const led = await find('q=lead:thailand')
  expect(led.total).toBeGreaterThan(0)
  expect((await find('q=lead:THA')).total).toBe(led.total)
  expect((await find('lead=Thail')).total).toBe(led.total)
  expect((await find('q=thailand part:action')).total).toBeGreaterThanOrEqual(led.total)
  expect(led.facets.delegation.find(({ value }) => value === 'THA')).toMatchObject({ label: 'Thailand', count: led.total })
  const notes = await find(`q=part:note&group=${groupIds[0]}`)
  const passages = notes.hits.flatMap((hit) => hit.passages)
  expect(passages.length).toBeGreaterThan(0)
  for (const { paragraph, address } of passages) expect(address).toMatch(new RegExp(`#p${paragraph}$`))
  expect((await find('q=group:"contact group 1" part:note')).total).toBe(notes.total)
})
