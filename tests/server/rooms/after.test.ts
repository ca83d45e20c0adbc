import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { sha256Digest } from '../../../server/base/index.ts'
import { checkVersion } from '../../../server/rooms/index.ts'
import { sealedOf } from '../../../server/rooms/makeVersion.ts'
import type { StoredVersion } from '../../../server/storage/index.ts'
import type { CommandId, DocumentId } from '../../../shared/base/index.ts'
import { fingerprintOf, partText } from '../../../shared/record/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

async function stored(world: World) {
  const meeting = await world.storage.meetings.get(world.meetingId)
  if (meeting === null) throw new Error('The meeting is gone')
  return meeting.session
}

test('[VLT1] circulating makes a version with a fingerprint that its words bear out; adopting keeps words, salts and fingerprint', async () => {
  const world = await liveWorld({ phase: 'inSession' })
  const coordinator = await RawClient.join(world, world.people.coordinator)
  must(await coordinator.type(' That is all.'))
  must(await coordinator.run({ kind: 'meeting.close' }))
  must(await coordinator.run({ kind: 'record.circulate', deadline: inAWeek(), timeZone: 'Europe/Zurich', mode: 'decision' }))
  await coordinator.closed()
  const { circulation } = await stored(world)
  if (circulation === null) throw new Error('Not circulated')
  const again = await RawClient.join(world, world.people.coordinator)
  expect(codeOf(await again.run({ kind: 'record.adopt', seen: '0'.repeat(64) }))).toBe('stale')
  must(await again.run({ kind: 'record.adopt', seen: circulation.fingerprint }))
  const session = await stored(world)
  expect(session.versions.map(({ number, kind }) => `${number} ${kind}`)).toEqual(['1 room', '2 circulated', '3 adopted'])
  const [, out, adopted] = await Promise.all([1, 2, 3].map((number) => world.storage.meetings.version(world.meetingId, number)))
  if (!out || !adopted) throw new Error('A version is missing')
  expect(out.fingerprint).toBe(circulation.fingerprint)
  expect(await fingerprintOf(sealedOf(out), sha256Digest)).toBe(out.fingerprint)
  expect([adopted.paper, adopted.salts, adopted.fingerprint]).toEqual([out.paper, out.salts, out.fingerprint])
  expect(JSON.stringify(adopted.paper)).toContain('The Group agreed. That is all.')
  expect((await world.storage.verify()).damaged.filter(({ what }) => what.startsWith('version'))).toEqual([])
  expect(world.faults).toEqual([])
})

/** A record that was adopted over its own doors, with the coordinator in it. */
async function adoptedWorld() {
  const world = await liveWorld({ phase: 'draft' })
  const pen = await RawClient.join(world, world.people.coordinator)
  must(await pen.run({ kind: 'record.circulate', deadline: inAWeek(), timeZone: 'UTC', mode: 'decision' }))
  await pen.closed()
  const chair = await RawClient.join(world, world.people.coordinator)
  const { circulation } = await stored(world)
  must(await chair.run({ kind: 'record.adopt', seen: circulation?.fingerprint ?? '' }))
  return { world, chair }
}

async function versionsOf(world: World): Promise<readonly StoredVersion[]> {
  const { versions } = await stored(world)
  const read = await Promise.all(versions.map(({ number }) => world.storage.meetings.version(world.meetingId, number)))
  return read.flatMap((one) => one ?? [])
}

test('[VLT17] the fingerprint of what was adopted, and the bytes of its document, are the same after a restart, a compaction and late words', async () => {
  const world = await liveWorld({ phase: 'inSession' })
  const coordinator = await RawClient.join(world, world.people.coordinator)
  for (let n = 0; n < 30; n += 1) must(await coordinator.type(` ${n}`))
  must(await coordinator.run({ kind: 'meeting.close' }))
  must(await coordinator.run({ kind: 'record.circulate', deadline: inAWeek(), timeZone: 'UTC', mode: 'decision' }))
  await coordinator.closed()
  const chair = await RawClient.join(world, world.people.coordinator)
  must(await chair.run({ kind: 'record.adopt', seen: (await stored(world)).circulation?.fingerprint ?? '' }))
  const before = { versions: await versionsOf(world), document: Y.encodeStateAsUpdate(await world.storedDocument()) }
  const again = await world.restart()
  const late = await RawClient.join(again, again.people.anna)
  Y.applyUpdate(late.doc, before.document, 'server')
  expect(codeOf(await late.type(' Too late'))).toBe('wrongPhase')
  await late.until(() => late.all('aside.changed').some(({ count }) => count === 1))
  late.socket.disconnect()
  const third = await again.restart()
  expect(await versionsOf(third)).toEqual(before.versions)
  expect(Y.encodeStateAsUpdate(await third.storedDocument())).toEqual(before.document)
  for (const version of before.versions) expect(await checkVersion(version)).toBeNull()
  const refused = await third.storage.documents.compact(third.meetingId as string as DocumentId, 31, before.document)
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'frozen' } })
})

test('[VLT18] a corrigendum, an addendum and a withdrawal are versions of their own; neither the document nor an earlier version changes', async () => {
  const { world, chair } = await adoptedWorld()
  const before = { versions: await versionsOf(world), document: Y.encodeStateAsUpdate(await world.storedDocument()) }
  const part = `outcome:${world.outcomeId}`
  must(await chair.run({ kind: 'record.correct', corrections: [{ part, text: 'The Group decided.' }], reason: 'A slip' }))
  must(await chair.run({ kind: 'record.addend', title: 'Later', paragraphs: ['One more.', 'And one.'], reason: 'It came late' }))
  must(await chair.run({ kind: 'record.withdraw', reason: 'Another stands' }))
  const versions = await versionsOf(world)
  expect(versions.map(({ kind }) => kind)).toEqual(['circulated', 'adopted', 'corrigendum', 'addendum', 'withdrawn'])
  expect(versions.slice(0, 2)).toEqual(before.versions)
  const [, adopted, corrigendum, addendum, withdrawn] = versions
  const words = (version: StoredVersion | undefined) => version?.paper.parts.map((one) => `${one.number} ${partText(one)}`)
  expect(corrigendum?.corrections).toEqual([{ part, number: '1', before: 'The Group agreed.', after: 'The Group decided.' }])
  expect(words(adopted)).toEqual(['1 Opening', '1 The Group agreed.'])
  expect(words(corrigendum)).toEqual(['1 Opening', '1 The Group decided.'])
  expect(words(addendum)).toEqual(['1 Opening', '1 The Group decided.', 'null Later', '2 One more.', '3 And one.'])
  expect([withdrawn?.fingerprint, withdrawn?.reason]).toEqual([addendum?.fingerprint, 'Another stands'])
  expect(new Set(versions.map(({ fingerprint }) => fingerprint)).size).toBe(3)
  for (const version of versions) expect(await checkVersion(version)).toBeNull()
  expect(Y.encodeStateAsUpdate(await world.storedDocument())).toEqual(before.document)
  expect((await stored(world)).phase).toBe('adopted')
  expect(world.faults).toEqual([])
})

test('[VLT19] comments are stored with the session that counts them, and everybody but observers is told to ask again', async () => {
  const world = await liveWorld({ phase: 'draft' })
  const pen = await RawClient.join(world, world.people.coordinator)
  must(await pen.run({ kind: 'record.circulate', deadline: inAWeek(), timeZone: 'UTC', mode: 'decision' }))
  await pen.closed()
  const [chair, anna, observer] = await Promise.all([
    RawClient.join(world, world.people.coordinator),
    RawClient.join(world, world.people.anna),
    RawClient.join(world, world.people.observer),
  ])
  const id = newId<CommandId>()
  const part = `outcome:${world.outcomeId}`
  const made = { kind: 'comment.make', part, what: 'correction', text: 'Better so', suggestion: 'The Group decided.' } as const
  must(await anna.run(made, id))
  // Once, however often it is sent.
  must(await anna.run(made, id))
  await chair.until(() => chair.all('comments.changed').length === 1)
  expect(await world.storage.meetings.comments(world.meetingId)).toMatchObject([
    { id, part, number: '1', before: 'The Group agreed.', person: world.people.anna.person, author: { code: 'CAN' } },
  ])
  expect((await stored(world)).comments).toEqual({ total: 1, unanswered: 1, objections: 0 })
  const answer = { kind: 'comment.answer', comment: id, answer: 'takenIn', word: 'Yes' } as const
  // Two at once: one moment, one of them comes second.
  const both = await Promise.all([chair.run(answer), anna.run({ kind: 'comment.withdraw', comment: id })])
  const [after] = await world.storage.meetings.comments(world.meetingId)
  expect(both.some(({ ok }) => ok)).toBe(true)
  expect((await stored(world)).phase).toBe(after?.answer?.answer === 'takenIn' ? 'draft' : 'circulated')
  await observer.until(() => (observer.session?.comments.unanswered ?? 1) === 0)
  expect(observer.all('comments.changed')).toEqual([])
  expect(world.faults).toEqual([])
})

test('[VLT20] tightening the attribution rule takes from stored comments, in the same step, whom it may not name', async () => {
  const world = await liveWorld({ phase: 'draft' })
  const pen = await RawClient.join(world, world.people.coordinator)
  must(await pen.run({ kind: 'record.circulate', deadline: inAWeek(), timeZone: 'UTC', mode: 'decision' }))
  await pen.closed()
  const anna = await RawClient.join(world, world.people.anna)
  const id = newId<CommandId>()
  must(await anna.run({ kind: 'comment.make', part: `outcome:${world.outcomeId}`, what: 'comment', text: 'A word' }, id))
  const chair = await RawClient.join(world, world.people.coordinator)
  must(await chair.run({ kind: 'record.recall' }))
  const caller = world.callerOf(world.people.coordinator)
  const authors = []
  for (const attribution of ['delegationType', 'none'] as const) {
    must(await world.rooms.changeHead(caller, world.meetingId, { attribution }, null))
    const [comment] = await world.storage.meetings.comments(world.meetingId)
    authors.push(comment?.author)
  }
  expect(authors).toEqual([{ delegation: null, name: null, code: null, type: 'state' }, null])
  const again = await world.restart()
  const back = await RawClient.join(again, again.people.anna)
  // It is still hers, though nobody is told so.
  must(await back.run({ kind: 'comment.withdraw', comment: id }))
})

test('[VLT21] tightening the rule takes the names out of earlier versions, too, and their fingerprints can still be checked', async () => {
  const world = await liveWorld({ phase: 'inSession' })
  const chair = await RawClient.join(world, world.people.coordinator)
  const anna = await RawClient.join(world, world.people.anna)
  must(await anna.run({ kind: 'attendance.checkIn' }))
  must(await chair.run({ kind: 'floor.ask', intervention: 'statement', name: 'Ambassador Nachtigall' }))
  must(await chair.run({ kind: 'floor.next', after: null }))
  must(await chair.run({ kind: 'outcome.readOut', outcome: world.outcomeId }))
  must(await chair.run({ kind: 'outcome.agree', outcome: world.outcomeId }))
  must(await chair.run({ kind: 'meeting.close' }))
  const [before] = await versionsOf(world)
  for (const name of ['Anna', 'Nachtigall', 'Chris', 'Canada']) expect(JSON.stringify(before)).toContain(name)
  const caller = world.callerOf(world.people.coordinator)
  must(await world.rooms.changeHead(caller, world.meetingId, { attribution: 'delegationType' }, null))
  const [typed] = await versionsOf(world)
  for (const name of ['Anna', 'Nachtigall', 'Chris']) expect(JSON.stringify(typed)).not.toContain(name)
  expect(JSON.stringify(typed)).toContain('Canada')
  must(await world.rooms.changeHead(caller, world.meetingId, { attribution: 'none' }, null))
  const [none] = await versionsOf(world)
  expect(JSON.stringify(none)).not.toContain('Canada')
  for (const version of [before, typed, none]) {
    if (version === undefined) throw new Error('The version is missing')
    expect(version.fingerprint).toBe(before?.fingerprint)
    expect(await checkVersion(version)).toBeNull()
  }
  expect(Object.keys(none?.salts ?? {})).not.toContain('attendance')
  // The next version is made of what is left, as if nothing had been.
  must(await chair.run({ kind: 'record.circulate', deadline: inAWeek(), timeZone: 'UTC', mode: 'decision' }))
  expect((await world.storage.verify(undefined, checkVersion)).damaged).toEqual([])
  expect(world.faults).toEqual([])
})
