import { expect } from 'vitest'
import { schemaVersion } from '../../../shared/protocol/index.ts'
import type { Person, World } from '../../support/live/liveWorld.ts'

/** A long-polling client by hand: it comes in properly, and then never asks again. */
export async function comeInAndStall(world: World, person: Person): Promise<void> {
  const address = `${world.url}/socket.io/?EIO=4&transport=polling`
  const handshake = await (await fetch(address)).text()
  const { sid } = JSON.parse(handshake.slice(1)) as { sid: string } // Engine.IO's own open packet
  const post = (body: string) => fetch(`${address}&sid=${sid}`, { method: 'POST', body })
  const poll = async () => (await fetch(`${address}&sid=${sid}`)).text()
  await post(`40${JSON.stringify({ token: person.token })}`)
  expect(await poll()).toMatch(/^40/)
  const ask = { meetingId: world.meetingId, schemaVersion, epoch: null, stateVector: null, clientIds: [] }
  await post(`420${JSON.stringify(['meeting.join', ask])}`)
  expect(await poll()).toContain('"ok":true')
}
