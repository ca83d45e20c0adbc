import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkVersion } from '../../../server/rooms/index.ts'
import type { CommandId, DocumentId } from '../../../shared/base/index.ts'
import { partText } from '../../../shared/record/index.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, outcomeOf, RawClient } from '../../support/live/RawClient.ts'
import { StockTyper } from '../../support/live/StockTyper.ts'
import { TypingClient } from '../../support/live/TypingClient.ts'
import { newId } from '../../support/storageSamples.ts'

const rounds = Number(process.env.RACE_ROUNDS ?? 50)
const rules = { participantsEdit: 'everything', participantsEditDraft: true } as const

test(
  '[VLT15] however adoption falls between updates on all doors, what stands is what all saw, no word is lost, and none comes after',
  async () => {
    const fates = { inRecord: 0, aside: 0, onDevice: 0 }
    for (let seed = 1; seed <= rounds; seed += 1) {
      await race(seed, fates).catch((cause: unknown) => {
        throw new Error(`seed ${seed}`, { cause })
      })
    }
    // A race in which everything falls on one side shows nothing.
    expect(fates.inRecord).toBeGreaterThan(rounds)
    expect(fates.aside).toBeGreaterThan(rounds / 2)
  },
  60_000 + rounds * 3_000,
)

async function race(seed: number, fates: { inRecord: number; aside: number; onDevice: number }): Promise<void> {
  const random = seeded(seed)
  const world = await liveWorld({ phase: 'draft', rules })
  const { anna, boris, rapporteur, coordinator, observer } = world.people
  const typists = [await TypingClient.join(world, anna, 'websocket'), await TypingClient.join(world, boris, 'polling')]
  const stock = await StockTyper.join(world, rapporteur)
  const reader = await RawClient.join(world, observer)
  const pause = async () => {
    for (let turns = Math.floor(random() * 12); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
  }

  const writing = [
    ...typists.map(async (typist, who) => {
      for (let n = 0; n < 6 && typist.isWriting; n += 1) {
        await pause()
        await typist.type(`w${who}n${n}x`)
      }
    }),
    (async () => {
      for (let n = 0; n < 6 && stock.isOpen; n += 1) {
        await pause()
        stock.type(`w2n${n}x`)
      }
      await stock.settled()
    })(),
  ]
  const deciding = (async () => {
    // Somewhere among their twelve words, and then a little later.
    const enough = Math.floor(random() * 9)
    while (typists.reduce((sum, { typed }) => sum + typed.length, 0) < enough)
      await new Promise((resolve) => setImmediate(resolve))
    await pause()
    return circulateAndAdopt(world, pause)
  })()
  await Promise.all([...writing, deciding])
  // Too late for good: whoever tries now hears so, and keeps the words aside.
  const late = await RawClient.join(world, coordinator)
  Y.applyUpdate(late.doc, Y.encodeStateAsUpdate(await world.storedDocument()), 'server')
  expect(codeOf(await late.type(' late0x'))).toBe('wrongPhase')
  expect(await outcomeIn(world)).not.toContain('late0x')

  const words = [...typists.flatMap(({ typed }) => typed.map(({ word }) => word)), ...stock.typed, 'late0x']
  await compare(world, words, stock, fates)
  for (const { word, end } of typists.flatMap(({ typed }) => typed)) {
    expect(['saved', 'wrongPhase']).toContain(end)
    if (end === 'saved') expect(await outcomeIn(world)).toContain(word)
  }
  const { adoption } = await stored(world)
  await reader.until(() => reader.session?.adoption !== null && reader.session?.adoption !== undefined)
  expect(reader.session?.adoption?.fingerprint).toBe(adoption?.fingerprint)
  expect(world.faults).toEqual([])
  for (const client of [...typists, stock]) client.leave()
  await world.close()
}

/** As HTTP brings commands: without a connection, by whoever the caller is. */
async function circulateAndAdopt(world: World, pause: () => Promise<void>): Promise<void> {
  const caller = world.callerOf(world.people.coordinator)
  const run = (command: object) =>
    world.rooms.command(caller, world.meetingId, { id: newId<CommandId>(), ...command } as Parameters<
      typeof world.rooms.command
    >[2]) // a draft and its id
  const deadline = new Date(Date.now() + 86_400_000).toISOString()
  must(await run({ kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' }))
  await pause()
  const seen = (await stored(world)).circulation?.fingerprint
  must(await run({ kind: 'record.adopt', seen }))
}

async function compare(
  world: World,
  words: readonly string[],
  stock: StockTyper,
  fates: { inRecord: number; aside: number; onDevice: number },
) {
  const session = await stored(world)
  expect(session.phase).toBe('adopted')
  const [out, adopted] = await Promise.all(
    session.versions.map(({ number }) => world.storage.meetings.version(world.meetingId, number)),
  )
  if (!out || !adopted) throw new Error('A version is missing')
  expect(await checkVersion(adopted)).toBeNull()
  expect([adopted.paper, adopted.salts, adopted.fingerprint]).toEqual([out.paper, out.salts, out.fingerprint])
  expect(session.adoption?.fingerprint).toBe(out.fingerprint)
  // What stands in the version is what stands in the document, letter by letter.
  const text = await outcomeIn(world)
  const part = adopted.paper.parts.find(({ key }) => key === `outcome:${world.outcomeId}`)
  expect(part === undefined ? null : partText(part)).toBe(text)
  const live = must(await world.rooms.readRecord(world.meetingId))
  expect(JSON.stringify(live.outcomes)).toContain(JSON.stringify(text).slice(1, -1))

  const asides = await world.storage.documents.asides(world.meetingId as string as DocumentId) // the same id, DECIDED 10
  const kept = asides.map((aside) => aside.text)
  for (const word of words) {
    const places = [text.includes(word), kept.some((one) => one.includes(word))]
    if (places[0] === true) fates.inRecord += 1
    else if (places[1] === true) fates.aside += 1
    else {
      // A stock client that was put out before its words arrived cannot bring them again: they stay with it.
      expect(stock.typed).toContain(word)
      expect(stock.text).toContain(word)
      fates.onDevice += 1
    }
    expect(`${word} twice: ${places.every(Boolean)}`).toBe(`${word} twice: false`)
    if (places[0] === true) expect(text.split(word)).toHaveLength(2)
  }
}

async function outcomeIn(world: World): Promise<string> {
  return outcomeOf(await world.storedDocument(), world)
}

async function stored(world: World) {
  const meeting = await world.storage.meetings.get(world.meetingId)
  if (meeting === null) throw new Error('The meeting is gone')
  return meeting.session
}
