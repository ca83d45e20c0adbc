import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BringInAnswer, BringInFind } from '../../../shared/protocol/index.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { type GroupWorld, type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'

const texts = join(process.cwd(), 'tests/support/bringin')
const bytesOf = (path: string) => new Uint8Array(readFileSync(join(texts, path)))

async function upload(world: HttpWorld, group: GroupWorld, path: string, more = '', as = group.people.rapporteur.token) {
  const query = `name=${encodeURIComponent(path.replace(/^.*\//, ''))}${more}`
  return fetch(`${world.url}/api/groups/${group.groupId}/bring-ins?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/octet-stream' },
    body: bytesOf(path),
  })
}

async function preview(world: HttpWorld, group: GroupWorld, path: string, more = ''): Promise<BringInAnswer> {
  const response = await upload(world, group, path, more)
  expect(response.status).toBe(200)
  // The schema of the answer is checked by the tests of the table of routes.
  return (await response.json()) as BringInAnswer
}

async function accept(
  world: HttpWorld,
  group: GroupWorld,
  { bringInId }: BringInAnswer,
  body: unknown,
  as = group.people.rapporteur.token,
) {
  return world.call('POST', `/groups/${group.groupId}/bring-ins/${bringInId}/accept`, { as, body })
}

async function recordOf(world: HttpWorld, group: GroupWorld, meetingId: string): Promise<MeetingRecord> {
  const answer = await world.call('GET', `/meetings/${meetingId}/record`, { as: group.people.rapporteur.token })
  return answer.json as unknown as MeetingRecord // our own server's answer, compared with its schema by the client
}

const text = (value: unknown): string => JSON.stringify(value)
const taking = (finds: readonly BringInFind[], take: (find: BringInFind) => boolean = () => true) => ({
  finds: finds.filter(take).map(({ id }) => ({ id, take: true })),
})

test('[BRI18] what was taken becomes a draft in one step: head, items, outcomes, actions, attendance, and every other word as notes', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const answer = await preview(world, group, 'texts/01-committee.txt')
  const made = await accept(world, group, answer, taking(answer.finds))
  expect(made.status).toBe(201)
  const record = await recordOf(world, group, made.text('meetingId'))
  expect(record.head).toMatchObject({
    title: 'HARBOUR USERS COMMITTEE',
    startsAt: '2024-05-14T19:05',
    endsAt: '2024-05-14T20:50',
    language: 'en',
  })
  expect(record.session.phase).toBe('draft')
  expect(record.session.history).toMatchObject([{ phase: 'draft', actor: { role: 'rapporteur' } }])
  expect(record.actions.map(({ due, lead, status }) => ({ due, lead, status }))).toEqual([
    { due: { date: '2024-05-31' }, lead: { words: 'Tom Kershaw' }, status: 'open' },
    { due: { event: 'the next meeting' }, lead: { words: 'Joan Whitby' }, status: 'open' },
  ])
  expect(record.outcomes.map(({ kind, standing }) => [kind, standing])).toEqual([
    ['', 'agreed'],
    ['agreed', 'agreed'],
  ])
  expect(record.items.find(({ progress }) => progress === 'putOff')?.number).toBe('4')
  expect(record.session.attending.map(({ name, state }) => `${name} ${state}`)).toContain('Harbour Authority present')
  expect(record.session.attending.map(({ name, state }) => `${name} ${state}`)).toContain('Priya Nair (Coast Guard) apologies')
  expect(text(record.items)).toContain('Members discussed the proposed increase.')
})

test('[BRI19] what nobody takes is not made into anything, and stays in the notes word for word', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const answer = await preview(world, group, 'samples/openjs-cpc-2019-06-19.md')
  const made = await accept(
    world,
    group,
    answer,
    taking(answer.finds, ({ kind }) => kind === 'title'),
  )
  const record = await recordOf(world, group, made.text('meetingId'))
  expect([record.outcomes, record.actions, record.session.attending]).toEqual([[], [], []])
  expect(record.head.startsAt).toBeNull()
  const words = text(record.items)
  for (const said of ['JB to poke voting CPC reps', 'Matteo Collina', 'Approve charter changes', 'punted to next week'])
    expect(words).toContain(said)
})

test('[BRI20] the whole text becomes the record as it is, whatever was found', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const answer = await preview(world, group, 'texts/11-prose.txt')
  const made = await accept(world, group, answer, { whole: true, title: 'About the well' })
  const record = await recordOf(world, group, made.text('meetingId'))
  expect(record.head.title).toBe('About the well')
  expect(record.items).toHaveLength(1)
  const words = text(record.items[0]?.notes)
  for (const line of answer.sources[0]?.lines ?? []) expect(words).toContain(line)
})

test('[BRI21] a changed value takes the place of the one that was found, and one that does not fit is refused with nothing made', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const answer = await preview(world, group, 'texts/07-underlined.txt')
  const date = answer.finds.find(({ kind }) => kind === 'date')
  const title = answer.finds.find(({ kind }) => kind === 'title')
  const wrong = await accept(world, group, answer, { finds: [{ id: date?.id, take: true, value: { date: 'in spring' } }] })
  expect(wrong.code).toBe('invalid')
  const impossible = await accept(world, group, answer, { finds: [{ id: date?.id, take: true, value: { date: '2025-02-31' } }] })
  expect(impossible.code).toBe('invalid')
  const right = await accept(world, group, answer, {
    finds: [
      { id: date?.id, take: true, value: { date: '2025-04-03' } },
      { id: title?.id, take: true, value: { text: 'Annual meeting' } },
    ],
  })
  expect((await recordOf(world, group, right.text('meetingId'))).head).toMatchObject({
    title: 'Annual meeting',
    startsAt: '2025-04-03',
  })
})

test('[BRI22] the files are kept with the meeting byte for byte, for whoever may read the whole record', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const first = await preview(world, group, 'texts/10-minutes.md')
  const pair = await preview(world, group, 'texts/10-agenda.md', `&part=agenda&with=${first.bringInId}`)
  expect(pair.sources.map(({ part }) => part)).toEqual(['minutes', 'agenda'])
  const made = await accept(world, group, pair, taking(pair.finds))
  const meetingId = made.text('meetingId')
  const listed = await world.call('GET', `/meetings/${meetingId}/sources`, { as: group.people.observer.token })
  const [minutes] = listed.list('items')
  expect(listed.list('items').map(({ name }) => name)).toEqual(['10-minutes.md', '10-agenda.md'])
  expect(minutes?.sha256).toBe(createHash('sha256').update(bytesOf('texts/10-minutes.md')).digest('hex'))
  const as = { headers: { authorization: `Bearer ${group.people.observer.token}` } }
  const fetched = await fetch(`${world.url}/api/meetings/${meetingId}/sources/${String(minutes?.sourceId)}`, as)
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(bytesOf('texts/10-minutes.md'))
  expect([
    fetched.headers.get('content-disposition')?.startsWith('attachment'),
    fetched.headers.get('x-content-type-options'),
  ]).toEqual([true, 'nosniff'])
  // What is closed to observers cannot be cut out of a file: they get none of it.
  const { items } = await recordOf(world, group, meetingId)
  const close = { kind: 'item.closeToObservers', id: world.at.newId(), item: items[0]?.id, closed: true }
  expect(
    (await world.call('POST', `/meetings/${meetingId}/commands`, { as: group.people.coordinator.token, body: close })).status,
  ).toBe(200)
  expect((await world.call('GET', `/meetings/${meetingId}/sources`, { as: group.people.observer.token })).list('items')).toEqual(
    [],
  )
  expect((await world.at.storage.verify()).damaged).toEqual([])
})

test('[BRI23] whoever may not make meetings may not bring in, and a preview is its reader’s alone, once, and for a while', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { participant, coordinator, rapporteur } = group.people
  expect((await upload(world, group, 'texts/11-prose.txt', '', participant.token)).status).toBe(403)
  const answer = await preview(world, group, 'texts/11-prose.txt')
  expect((await accept(world, group, answer, { whole: true }, coordinator.token)).code).toBe('ended')
  const [one, two] = await Promise.all([
    accept(world, group, answer, { whole: true }),
    accept(world, group, answer, { whole: true }),
  ])
  expect([one.status, two.status].sort()).toEqual([201, 410])
  const later = await preview(world, group, 'texts/11-prose.txt')
  await world.clock.advance(2 * 3_600_000)
  expect((await accept(world, group, later, { whole: true }, rapporteur.token)).code).toBe('ended')
})

test('[BRI24] a file over the limit, and one that is not sent as bytes, are refused before anybody reads them', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const send = (body: Uint8Array<ArrayBuffer>, type: string) =>
    fetch(`${world.url}/api/groups/${group.groupId}/bring-ins?name=a.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${group.people.rapporteur.token}`, 'content-type': type },
      body,
    })
  expect((await send(new Uint8Array(5 * 1024 * 1024 + 1), 'application/octet-stream')).status).toBe(413)
  expect((await send(new Uint8Array(10), 'text/plain')).status).toBe(400)
  expect((await send(new Uint8Array(0), 'application/octet-stream')).status).toBe(400)
})
