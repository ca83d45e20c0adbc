import * as encoding from 'lib0/encoding'
import { endless } from './updateBytes.ts'

/** A frame of the stock protocol, or no frame of it at all, and what it leads to: a close code, or nothing that anybody hears of. */
export interface HostileFrame {
  readonly name: string
  readonly end: number | 'nothing'
  readonly data: string | Uint8Array
}

const bytes = (...list: readonly number[]) => new Uint8Array(list)

/** A frame of presence, with the states as they stand in it. */
export function awarenessFrame(
  states: readonly (readonly [client: number, state: string])[],
  clock: number,
  claims = states.length,
): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, claims)
  for (const [client, state] of states) {
    encoding.writeVarUint(inner, client)
    encoding.writeVarUint(inner, clock)
    encoding.writeVarString(inner, state)
  }
  const outer = encoding.createEncoder()
  encoding.writeVarUint(outer, 1)
  encoding.writeVarUint8Array(outer, encoding.toUint8Array(inner))
  return encoding.toUint8Array(outer)
}

const awareness = (states: Parameters<typeof awarenessFrame>[0], claims = states.length) => awarenessFrame(states, 1, claims)

/** A state vector of this many clients, in a first step of the sync. */
function step1(clients: number): Uint8Array {
  const vector = encoding.createEncoder()
  encoding.writeVarUint(vector, clients)
  for (let client = 0; client < clients; client += 1) {
    encoding.writeVarUint(vector, client)
    encoding.writeVarUint(vector, 1)
  }
  const outer = encoding.createEncoder()
  encoding.writeVarUint(outer, 0)
  encoding.writeVarUint(outer, 0)
  encoding.writeVarUint8Array(outer, encoding.toUint8Array(vector))
  return encoding.toUint8Array(outer)
}

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Frames of the stock door that no honest client sends. */
export const hostileFrames: readonly HostileFrame[] = [
  { name: 'text in place of bytes', end: 4400, data: 'hello' },
  { name: 'nothing', end: 4400, data: bytes() },
  { name: 'a kind of message that nobody has', end: 4400, data: bytes(9, 1, 1) },
  { name: 'a message of authentication', end: 4400, data: bytes(2, 0, 1, 97) },
  { name: 'a kind of message beyond numbers', end: 4400, data: bytes(...endless(9), 1) },
  { name: 'a step of the sync that nobody has', end: 4400, data: bytes(0, 3, 0) },
  { name: 'a step without its bytes', end: 4400, data: bytes(0, 0, 200, 1) },
  { name: 'bytes without number', end: 4400, data: bytes(0, 2, ...endless(7)) },
  { name: 'two messages in one frame', end: 4400, data: bytes(3, 3) },
  { name: 'an update and a question in one frame', end: 4400, data: bytes(0, 2, 2, 0, 0, 3) },
  { name: 'a state vector that is none', end: 4400, data: bytes(0, 0, 3, 5, 1, 1) },
  { name: 'a state vector of clients without number', end: 4413, data: bytes(0, 0, 7, ...endless(7)) },
  { name: 'a state vector of twelve thousand clients', end: 4413, data: step1(12_000) },
  { name: 'a state vector of a hundred thousand clients', end: 4413, data: step1(100_000) },
  { name: 'presence of nobody', end: 'nothing', data: awareness([]) },
  { name: 'presence without number', end: 4400, data: awareness([[7, '{}']], 2 ** 40) },
  { name: 'presence of two thousand', end: 4400, data: awareness(Array.from({ length: 2_000 }, (_, id) => [id, '{}'] as const)) },
  { name: 'presence that is no JSON', end: 4400, data: awareness([[7, '{']]) },
  { name: 'presence under an id beyond 32 bits', end: 4400, data: awareness([[2 ** 33, '{}']]) },
  {
    name: 'presence with the keys of a prototype',
    end: 'nothing',
    data: awareness([[7, '{"__proto__":{"isAdmin":true},"user":{"name":"Chris"}}']]),
  },
  {
    name: 'a caret a hundred thousand deep',
    end: 4413,
    data: awareness([[7, `{"cursor":{"anchor":${deep(100_000)},"head":1}}`]]),
  },
  { name: 'a caret of 20 kB', end: 4413, data: awareness([[7, `{"cursor":{"anchor":"${'x'.repeat(20_000)}","head":1}}`]]) },
  { name: 'a frame of more than a mebibyte', end: 1009, data: new Uint8Array(1024 * 1024 + 500) },
]

/** A packet of Socket.io that no honest client sends: the line ends, an answer refuses it, or nobody hears of it. */
export interface HostilePacket {
  readonly name: string
  readonly end: 'closed' | 'invalid' | 'tooLarge' | 'nothing'
  readonly data: string | Uint8Array
}

const presence = (state: string) =>
  `422["presence.set",{"meetingId":"MEETING","clientId":7,"state":{"item":null,"field":null,"away":false,"cursor":${state}}}]`

/** Packets of the browser's door; `MEETING` stands for the meeting's id, and the number of what is answered is 2. */
export const hostilePackets: readonly HostilePacket[] = [
  { name: 'an attachment without number', end: 'closed', data: '45999999999999-["record.update",{"_placeholder":true,"num":0}]' },
  { name: 'ten thousand attachments', end: 'closed', data: '4510000-["record.update",{"_placeholder":true,"num":0}]' },
  { name: 'an attachment that comes', end: 'closed', data: new Uint8Array(100) },
  { name: 'an event that the library keeps for itself', end: 'closed', data: '42["disconnect"]' },
  { name: 'an event of the emitter', end: 'closed', data: '42["newListener"]' },
  { name: 'an event called __proto__', end: 'nothing', data: '42["__proto__",{}]' },
  { name: 'an event called constructor', end: 'nothing', data: '42["constructor",{}]' },
  { name: 'an event that nobody has', end: 'nothing', data: '42["admin.all",{}]' },
  { name: 'an event whose name is a megabyte', end: 'closed', data: `42["${'x'.repeat(1_000_000)}"]` },
  { name: 'an event without a name', end: 'closed', data: '42[]' },
  { name: 'an event whose name is an object', end: 'closed', data: '42[{"a":1}]' },
  { name: 'an object in place of an event', end: 'closed', data: '42{"a":1}' },
  { name: 'JSON cut off', end: 'closed', data: '42["presence.set",{' },
  { name: 'a kind of packet that nobody has', end: 'closed', data: '49["x"]' },
  { name: 'a frame of the engine that nobody has', end: 'closed', data: '9' },
  { name: 'a ping from the wrong side', end: 'closed', data: '2' },
  { name: 'an answer to nothing', end: 'nothing', data: '43777[{"ok":true}]' },
  { name: 'an answer with a number without end', end: 'nothing', data: `43${'9'.repeat(300)}[1]` },
  { name: 'another namespace', end: 'nothing', data: '40/admin,{"token":"x"}' },
  { name: 'a namespace of 60 kB', end: 'nothing', data: `40/${'n'.repeat(60_000)},` },
  { name: 'no body', end: 'invalid', data: '422["presence.set"]' },
  { name: 'a body that is null', end: 'invalid', data: '422["presence.set",null]' },
  { name: 'a field too many', end: 'invalid', data: '422["meeting.leave",{"meetingId":"MEETING","role":"coordinator"}]' },
  { name: 'a field of the prototype', end: 'invalid', data: '422["clock.ask",{"__proto__":{"isAdmin":true},"constructor":1}]' },
  {
    name: 'an update that is no base64',
    end: 'invalid',
    data: '422["record.update",{"meetingId":"MEETING","updateId":"u","update":"€"}]',
  },
  { name: 'a caret ten thousand deep', end: 'tooLarge', data: presence(`{"anchor":${deep(10_000)},"head":1}`) },
  { name: 'a caret of 20 kB', end: 'tooLarge', data: presence(`{"anchor":"${'x'.repeat(20_000)}","head":1}`) },
  { name: 'a caret of 100 kB', end: 'closed', data: presence(`{"anchor":"${'x'.repeat(100_000)}","head":1}`) },
  { name: 'a packet of two megabytes', end: 'closed', data: `42["record.update","${'x'.repeat(2_000_000)}"]` },
]
