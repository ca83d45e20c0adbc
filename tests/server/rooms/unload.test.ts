import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { seeded } from '../../support/faults/seeded.ts'
import { liveWorld, type Person, type World } from '../../support/live/liveWorld.ts'
import { enter, quietSink } from '../../support/live/quietSink.ts'
import { outcomeOf, typeInto } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'

const rounds = Number(process.env.UNLOAD_ROUNDS ?? 10)
const saveMs = 500

test(
  '[DUR11] whoever comes in while the last one leaves and a slow save runs, at whatever moment, has the full text, and there is one room',
  async () => {
    const clock = new ManualClock()
    const world = await liveWorld({ clock })
    const pass = (ms: number) => new Promise<void>((resolve) => clock.after(ms, () => resolve()))
    const { append, compact } = world.storage.documents
    const refused: string[] = []
    let compactions = 0
    let isSlow = false
    world.storage.documents.append = async (...args) => {
      if (isSlow) await pass(saveMs / 2)
      const stored = await append(...args)
      // A second room of the same document would be told here that it builds on another number.
      if (!stored.ok) refused.push(stored.refusal.code)
      if (isSlow) await pass(saveMs / 2)
      return stored
    }
    world.storage.documents.compact = async (...args) => {
      compactions += 1
      await pass(saveMs / 2)
      const done = await compact(...args)
      await pass(saveMs / 2)
      return done
    }
    /** Lets time pass in small steps until something has happened. */
    const during = async <T>(work: Promise<T>): Promise<T> => {
      let isDone = false
      const end = work.finally(() => {
        isDone = true
      })
      while (!isDone) await step(clock)
      return end
    }
    let expected = 'The Group agreed.'
    for (let round = 0; round < rounds; round += 1) {
      const random = seeded(round + 1)
      const anna = await during(pen(world, world.people.anna))
      expect(outcomeOf(anna.doc, world), `round ${round}`).toBe(expected)
      // Half of the rounds meet the save of the last words, half the shortening of the log of a room that is let go.
      const isLetGo = round % 2 === 0
      for (let n = 0; isLetGo && n < 20; n += 1) expect((await anna.type('.')).ok).toBe(true)
      isSlow = true
      const answer = anna.type(`${round % 10}`)
      expected += `${isLetGo ? '.'.repeat(20) : ''}${round % 10}`
      if (isLetGo) await during(answer)
      anna.connection.leave()
      if (isLetGo) clock.advance(30_000)
      for (let at = Math.floor(random() * 1_000); at > 0; at -= 10) await step(clock)
      const boris = await during(pen(world, world.people.boris))
      await during(answer)
      expect(outcomeOf(boris.doc, world), `round ${round}`).toBe(expected)
      // Both are in one room: what one writes reaches the other.
      const back = await during(pen(world, world.people.anna))
      expected += '+'
      expect((await during(boris.type('+'))).ok).toBe(true)
      back.receive()
      expect(outcomeOf(back.doc, world), `round ${round}`).toBe(expected)
      back.connection.leave()
      boris.connection.leave()
      isSlow = false
    }
    expect(refused).toEqual([])
    expect(compactions).toBeGreaterThan(0)
    expect(world.faults).toEqual([])
  },
  60_000 + rounds * 500,
)

/** Ten milliseconds of the world, with the trips round the loop that follow from them. */
async function step(clock: ManualClock): Promise<void> {
  clock.advance(10)
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A pen without a socket, with a document of its own. */
async function pen(world: World, person: Person) {
  const { sink, heard } = quietSink()
  const { joined, connection } = await enter(world, person, sink)
  connection.start()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, joined.update ?? new Uint8Array(), 'server')
  const receive = () => {
    for (const news of heard.splice(0)) if (news.kind === 'frame') Y.applyUpdate(doc, news.update)
  }
  const type = (words: string) => {
    receive()
    let made = new Uint8Array()
    doc.once('update', (update: Uint8Array) => {
      made = new Uint8Array(update)
    })
    typeInto(doc, world, words)
    return connection.update(made)
  }
  return { doc, connection, receive, type }
}
