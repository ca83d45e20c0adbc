import { expect, test } from 'vitest'
import type { ItemId } from '../../../../shared/base/index.ts'
import { liveWorld, type Person, type World } from '../../../support/live/liveWorld.ts'
import { must, RawClient } from '../../../support/live/RawClient.ts'
import { newId } from '../../../support/storageSamples.ts'

/** A long-polling client by hand: it comes in properly, and then never asks again. */
async function comeInAndStall(world: World, person: Person): Promise<void> {
  const address = `${world.url}/socket.io/?EIO=4&transport=polling`
  const handshake = await (await fetch(address)).text()
  const { sid } = JSON.parse(handshake.slice(1)) as { sid: string } // Engine.IO's own open packet
  const post = (body: string) => fetch(`${address}&sid=${sid}`, { method: 'POST', body })
  const poll = async () => (await fetch(`${address}&sid=${sid}`)).text()
  await post(`40${JSON.stringify({ token: person.token })}`)
  expect(await poll()).toMatch(/^40/)
  const ask = { meetingId: world.meetingId, schemaVersion: 1, epoch: null, stateVector: null, clientIds: [] }
  await post(`420${JSON.stringify(['meeting.join', ask])}`)
  expect(await poll()).toContain('"ok":true')
}

test('[K15] a client that stops taking what it is sent is cut when 4 MiB wait for it, and the others write on', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  await comeInAndStall(world, world.people.boris)
  await anna.until(() => anna.all('presence.changed').some(({ people }) => people.some(({ name }) => name === 'Boris')))
  const text = 'All of it. '.repeat(9_000)
  let sent = 0
  const isGone = () => anna.all('presence.changed').some(({ gone }) => gone.length > 0)
  while (!isGone() && sent < 60) {
    const notes = [{ kind: 'paragraph', runs: [{ text }] }] as const
    must(await anna.edit({ kind: 'item.add', id: newId<ItemId>(), parent: null, after: 'last', title: `Long ${sent}`, notes }))
    sent += 1
  }
  await anna.until(isGone)
  expect(world.rooms.present(world.meetingId)).toBe(1)
  // Some 130 kB a frame: it was cut near the bound, neither at once nor never.
  expect(sent).toBeGreaterThan(20)
  expect(sent).toBeLessThan(45)
  must(await anna.type(' Goes on.'))
})
