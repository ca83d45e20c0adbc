import type { JoinAsk, News, Sink } from '../../../server/rooms/index.ts'
import type { Person, World } from './liveWorld.ts'

/** A receiver without a socket, for what happens inside the room. */
export function quietSink(backlogBytes = () => 0) {
  const heard: News[] = []
  const ends: string[] = []
  const sink: Sink = {
    speaker: { say: (_meetingId, news, to) => heard.push(...to.map(() => news)) },
    backlog: backlogBytes,
    cut: () => ends.push('cut'),
    closed: (code) => ends.push(code),
  }
  return { sink, heard, ends }
}

/** Comes into the world's meeting without a door. */
export async function enter(world: World, person: Person, sink: Sink, schemaVersion = 1, more: Partial<JoinAsk> = {}) {
  const usual = { epoch: null, stateVector: null, clientIds: [], loginSession: null }
  const ask = { meetingId: world.meetingId, schemaVersion, ...usual, ...more }
  const entered = await world.rooms.join(world.callerOf(person), ask, sink)
  if (!entered.ok) throw new Error(entered.refusal.code)
  return entered.value
}
