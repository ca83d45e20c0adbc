import { expect, test } from 'vitest'
import { RawClient } from '../../support/live/RawClient.ts'
import { watched } from './witness.ts'

type AnyCall = (...args: readonly unknown[]) => unknown

test('[HOS25] whatever reading of the store breaks, at once or later, is a fault told to who asked; nobody gets in by it, and the others write on', async () => {
  const watch = await watched()
  const { world, mallory } = watch
  const { documents, meetings } = world.storage
  // What stores breaks for all who are in, and is tried elsewhere (R14, R38).
  const tries: readonly (readonly [object, string])[] = [
    ...['load', 'authors', 'seqOf', 'asides'].map((name) => [documents, name] as const),
    ...['get', 'list', 'sources', 'appliedCommand', 'version', 'comments'].map((name) => [meetings, name] as const),
  ]
  const stranger = { ...mallory, token: 'nobody' }
  for (const [port, name] of tries) {
    for (const how of ['throws', 'rejects'] as const) {
      const calls = port as Record<string, AnyCall> // each of them is a function
      const real = calls[name]
      if (real === undefined) throw new Error(`The store has no ${name}`)
      const error = new Error('planted')
      calls[name] = () => {
        if (how === 'throws') throw error
        return Promise.reject(error)
      }
      const boris = await RawClient.connect(world, mallory)
      const joined = await boris.tryEnter()
      const answers = [
        joined,
        await boris.run({ kind: 'floor.ask', intervention: 'statement' }),
        await boris.ask('record.sync', { meetingId: world.meetingId, stateVector: 'AA==' }),
      ]
      for (const answer of answers) {
        expect(['internal', 'rightsChanged', 'notSaving', 'invalid', 'forbidden', 'wrongPhase', 'conflict', null]).toContain(
          answer.ok ? null : answer.refusal.code,
        )
        expect(JSON.stringify(answer)).not.toContain('planted')
      }
      await expect(RawClient.connect(world, stranger)).rejects.toThrow()
      boris.socket.disconnect()
      calls[name] = real
      world.faults.length = 0
      await watch.unharmed(`${name} ${how}`).catch((cause: unknown) => {
        throw new Error(`${name} ${how}`, { cause })
      })
    }
  }
})
