// Two hundred delegates for bench:floor, in a process of their own, so that what they cost is not counted as the pages' work.
import { randomBytes } from 'node:crypto'
import { io } from 'socket.io-client'

const [url, meetingId, schemaVersion, tokens] = process.argv.slice(2)
const command = { kind: 'floor.ask', intervention: 'statement' }

/** Every eighth is behind a network that lets no WebSocket through. */
const sockets = []
for (const [place, token] of JSON.parse(tokens).entries()) {
  const transports = [place % 8 === 7 ? 'polling' : 'websocket']
  const socket = io(url, { transports, upgrade: false, forceNew: true, reconnection: false, auth: { token } })
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const body = { meetingId, schemaVersion: Number(schemaVersion), epoch: null, stateVector: null, clientIds: [place + 1] }
  const joined = await socket.timeout(20_000).emitWithAck('meeting.join', body)
  if (!joined.ok) throw new Error(joined.refusal.message)
  sockets.push(socket)
}
process.send({ kind: 'ready' })

process.once('message', async () => {
  const at = Date.now()
  const answers = await Promise.all(
    sockets.map((socket) => {
      const asked = { meetingId, command: { ...command, id: randomBytes(16).toString('base64url') } }
      return socket.timeout(60_000).emitWithAck('session.command', asked)
    }),
  )
  const refused = answers.filter((answer) => !answer.ok).length
  process.send({ kind: 'asked', at, refused, answeredMs: Date.now() - at })
})
process.once('disconnect', () => process.exit(0))
