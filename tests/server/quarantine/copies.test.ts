import { expect, test } from 'vitest'
import type { ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import type { CopiesAnswer, CopyHeader } from '../../../shared/protocol/index.ts'
import type { CopyDifference, RecordEdit } from '../../../shared/record/index.ts'
import { asBody, copyOf } from '../../support/copyOf.ts'
import { type GroupWorld, type HttpWorld, httpWorld, type Somebody } from '../../support/http/httpWorld.ts'
import { RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

const ids = { item: newId<ItemId>(), outcome: newId<OutcomeId>() }
const opening: RecordEdit = { kind: 'item.add', id: ids.item, parent: null, after: 'last', title: 'Opening' }
const agreed = (text: string): RecordEdit => ({ kind: 'outcome.add', id: ids.outcome, item: ids.item, after: 'last', text })

/** A meeting whose record has one item, and a way to bring copies of it. */
async function world() {
  const http = await httpWorld()
  const group = await http.group()
  const { coordinator, participant } = group.people
  const place = { url: http.url, meetingId: group.meetingId as MeetingId, outcomeId: ids.outcome }
  const writer = await RawClient.join(place, coordinator)
  await writer.edit(opening)
  const bring = (who: Somebody, packed: Uint8Array, copyId: string = newId()) => bringTo(http, group, who, packed, copyId)
  const list = async (who: Somebody = coordinator) =>
    (await http.call('GET', `/meetings/${group.meetingId}/copies`, { as: who.token })).json as unknown as CopiesAnswer
  return { http, group, writer, coordinator, participant, bring, list }
}

function bringTo(http: HttpWorld, group: GroupWorld, who: Somebody, packed: Uint8Array, copyId: string, epoch = 'earlier') {
  return http.call('POST', `/meetings/${group.meetingId}/copies?copyId=${copyId}&epoch=${epoch}`, {
    as: who.token,
    raw: asBody(packed),
    headers: { 'content-type': 'application/octet-stream' },
  })
}

const said = (answer: CopiesAnswer) =>
  (answer.differences as unknown as (CopyDifference & { copies: string[] })[])
    .map(({ what, part, copies }) => ({
      what,
      words: part.words,
      copies: copies.length,
    }))
    .sort((one, other) => (one.words < other.words ? -1 : 1))

test('[QUA6] what differs is told by part, the same words of several copies once, and nothing of a copy is in the record', async () => {
  const { http, group, writer, participant, coordinator, bring, list } = await world()
  const words = 'to report twice a year'
  const packed = copyOf([opening, agreed(words)])
  const before = (await http.call('GET', `/meetings/${group.meetingId}/record`, { as: coordinator.token })).json
  await bring(participant, packed)
  await bring(
    coordinator,
    copyOf([opening, agreed(words), { kind: 'item.add', id: newId(), parent: null, after: 'last', title: 'New' }]),
  )
  expect(said(await list())).toEqual([
    { what: 'new', words: 'New', copies: 1 },
    { what: 'new', words, copies: 2 },
  ])
  expect((await http.call('GET', `/meetings/${group.meetingId}/record`, { as: coordinator.token })).json).toEqual(before)
  // Those who decide are told at once, nobody else.
  await writer.until(() => writer.all('copies.changed').length === 2)
})

test('[QUA7] the same copy brought again, from another tab and at once, is one copy', async () => {
  const { participant, bring, list } = await world()
  const packed = copyOf([opening, agreed('once')])
  const copyId = newId()
  const answers = await Promise.all([bring(participant, packed, copyId), bring(participant, packed)])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200])
  expect((await bring(participant, packed, copyId)).text('copyId')).toBe(answers[0]?.text('copyId'))
  expect((await list()).copies).toHaveLength(1)
})

test('[QUA8] what is decided is remembered by its words, and a declined copy stays until it is let go of', async () => {
  const { http, group, coordinator, participant, bring, list } = await world()
  const path = `/meetings/${group.meetingId}/copies`
  await bring(participant, copyOf([opening, agreed('declined')]))
  const [difference] = (await list()).differences
  const body = { variantId: difference?.variantId, what: 'declined' }
  expect((await http.call('POST', `${path}/decisions`, { as: coordinator.token, body })).status).toBe(204)
  // The same words in a later copy have been decided about already.
  http.clock.advance(1_000)
  await bring(
    coordinator,
    copyOf([
      opening,
      agreed('declined'),
      { kind: 'text.set', path: { root: 'items', id: ids.item, field: 'title' }, text: 'Opening!' },
    ]),
  )
  const after = await list()
  expect(after.differences.map(({ decision }) => decision?.what ?? null)).toEqual(['declined', null])
  expect(after.copies.map(({ open }) => open)).toEqual([0, 1])
  const copyId = after.copies[0]?.copyId ?? ''
  const text = await http.call('GET', `${path}/${copyId}/text`, { as: participant.token })
  expect(text.raw).toContain('declined')
  expect((await http.call('DELETE', `${path}/${copyId}`, { as: coordinator.token })).status).toBe(204)
  expect((await list()).copies).toHaveLength(1)
})

test('[QUA9] who brought a copy is named as far as the attribution of the meeting lets it be, and no name is stored with it', async () => {
  const { http, group, coordinator, participant, bring, list } = await world()
  await bring(participant, copyOf([opening, agreed('x')]))
  const shown = async (attribution: string) => {
    await http.call('PATCH', `/meetings/${group.meetingId}`, { as: coordinator.token, body: { attribution } })
    return (await list()).copies[0]?.author
  }
  expect(await shown('named')).toMatchObject({ name: 'participant' })
  expect(await shown('delegationType')).toMatchObject({ name: null })
  expect(await shown('none')).toEqual({ name: null, delegationType: null })
  const stored = await http.at.storage.quarantine.list(group.meetingId as never)
  expect(JSON.stringify(stored)).not.toContain('participant"')
})

test('[QUA10] a participant sees their own copies alone and nothing of what differs; observers learn of none', async () => {
  const { http, group, coordinator, participant, bring, list } = await world()
  await bring(coordinator, copyOf([opening, agreed('of the chair')]))
  await bring(participant, copyOf([opening, agreed('mine')]))
  const own = await list(participant)
  expect(own.copies.map(({ yours, open }) => [yours, open])).toEqual([[true, null]])
  expect(own.differences).toEqual([])
  const observer = await http.call('GET', `/meetings/${group.meetingId}/copies`, { as: group.people.observer.token })
  expect(observer.code).toBe('forbidden')
  expect((await bring(group.people.observer, copyOf([opening]))).code).toBe('forbidden')
})

test('[QUA11] a copy that is longer than any may be is not read', async () => {
  const { participant, bring } = await world()
  expect((await bring(participant, new Uint8Array(8 * 1024 * 1024 + 1))).code).toBe('tooLarge')
})

test('[QUA12] a standing or status that the copy knew is told beside the words and never set by bringing it', async () => {
  const { participant, bring, list, http, group, coordinator } = await world()
  const header: Partial<CopyHeader> = { standings: { [ids.outcome]: 'agreed' } }
  await bring(participant, copyOf([opening, agreed('It was agreed.')], header))
  const [difference] = (await list()).differences
  expect(difference?.part).toMatchObject({ kind: 'outcome', words: 'It was agreed.', standing: 'agreed' })
  const { json } = await http.call('GET', `/meetings/${group.meetingId}/session`, { as: coordinator.token })
  expect(JSON.stringify(json)).not.toContain('agreed"')
})
