import { expect } from 'vitest'
import type { Allowances } from '../../../server/rooms/index.ts'
import { liveWorld, type Person, type World, type WorldOptions } from '../../support/live/liveWorld.ts'
import { must, outcomeOf, RawClient } from '../../support/live/RawClient.ts'

/** A meeting in which two honest people write and one does not mean well. */
export interface Watched {
  readonly world: World
  readonly anna: RawClient
  /** Writes nothing: what this one sees is what others made. */
  readonly witness: RawClient
  readonly mallory: Person
  /** Somebody writes on, everybody sees it and nothing else, and the log has the same. */
  unharmed(because: string): Promise<void>
}

/** What is tried here is what frames do; what they may cost is tried elsewhere, and a busy machine must not decide. */
const unhurried: Allowances = { messages: { perSecond: 1e5, burst: 1e5 }, cpuMs: { perSecond: 1e5, burst: 1e5 } }

/** Opens it, with somebody over each of the transports. */
export async function watched(options: WorldOptions = {}): Promise<Watched> {
  const world = await liveWorld({ allowances: unhurried, ...options })
  const anna = await RawClient.join(world, world.people.anna)
  const witness = await RawClient.join(world, world.people.coordinator, 'polling')
  must(await anna.type(' Begun.'))
  let count = 0
  return {
    world,
    anna,
    witness,
    mallory: world.people.boris,
    async unharmed(because) {
      count += 1
      const sentence = ` ${count}.`
      must(await anna.type(sentence))
      await witness.until(() => witness.outcome.endsWith(sentence))
      expect(witness.outcome, because).toBe(anna.outcome)
      expect(outcomeOf(await world.storedDocument(), world), because).toBe(anna.outcome)
      expect(world.faults, because).toEqual([])
      expect(Object.hasOwn(Object.prototype, 'isAdmin'), because).toBe(false)
    },
  }
}
