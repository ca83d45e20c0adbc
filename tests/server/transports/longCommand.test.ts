import { expect, test } from 'vitest'
import { maxCommandBytes } from '../../../server/transports/maxCommandBytes.ts'
import type { MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { adoptedScene } from '../../support/http/adoptedScene.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

const encoder = new TextEncoder()
const longest = 20_000

/** A corrigendum whose JSON has just so many bytes: whole paragraphs in Arabic letters of two bytes, and the rest in the reason. */
function corrigendum(keys: readonly string[], bytes: number, letter: string) {
  const draft = (corrections: readonly { part: string; text: string }[], reason: string) => {
    return { kind: 'record.correct' as const, id: newId<never>(), corrections: [...corrections], reason }
  }
  const size = (command: object) => encoder.encode(JSON.stringify(command)).length
  const corrections: { part: string; text: string }[] = []
  for (const part of keys) {
    const left = bytes - size(draft([...corrections, { part, text: '' }], 'x'))
    if (left < 2) break
    corrections.push({ part, text: letter.repeat(Math.min(longest, Math.floor(left / 2))) })
  }
  const command = draft(corrections, 'x'.repeat(1 + bytes - size(draft(corrections, 'x'))))
  expect(size(command)).toBe(bytes)
  return command
}

test('[EXP103] a corrigendum as long as a command may be is taken through both doors, and a longer one is told that it is too long', async () => {
  const { world, group, path, keys } = await adoptedScene('Nachtigall', 60)
  const { coordinator } = group.people
  const notes = (await keys(3)).filter((key) => key.startsWith('note:'))
  const post = (body: object, as: string | null = coordinator.token) => world.call('POST', `${path}/commands`, { as, body })
  const long = corrigendum(notes, maxCommandBytes, 'ع')
  expect(long.corrections.length).toBeGreaterThan(36)
  expect((await post(long)).status).toBe(200)
  // A message of the live door has its meeting beside the command.
  const place = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId: newId<OutcomeId>() } // the server's own answer
  const chair = await RawClient.join(place, coordinator)
  const { id, ...draft } = corrigendum(notes, maxCommandBytes - 200, 'و')
  must(await chair.run(draft, id))
  const versions = await world.call('GET', `${path}/versions`, { as: coordinator.token })
  expect(versions.list('items').map((one) => one.kind)).toEqual(['room', 'circulated', 'adopted', 'corrigendum', 'corrigendum'])

  const tooLong = corrigendum(notes, maxCommandBytes + 1, 'ه')
  expect((await post(tooLong)).code).toBe('tooLarge')
  const gone = new Promise<string>((resolve) => chair.socket.once('disconnect', resolve))
  const { id: second, ...again } = corrigendum(notes, maxCommandBytes + 200, 'ه')
  const asked = chair.run(again, second).catch(() => 'cut off')
  expect(await gone).toBe('transport close')
  chair.socket.disconnect()
  expect(await asked).toBe('cut off')
})

test('[EXP104] nobody’s long body is read: who is not known here is sent away before', async () => {
  const { world, path } = await adoptedScene('Nachtigall')
  // Were it read first, it would be no JSON.
  const answer = await world.call('POST', `${path}/commands`, { as: 'a token of nobody', raw: '{"no json' })
  expect([answer.status, answer.code]).toEqual([401, 'unauthenticated'])
  const bare = await world.call('POST', `${path}/commands`, { raw: '{"no json' })
  expect([bare.status, bare.code]).toEqual([401, 'unauthenticated'])
})
