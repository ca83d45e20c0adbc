// A floor: passes every update on to everybody, knows no Yjs and no disk. Newcomers get all that was ever said.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const rooms = new Map()
const server = createServer((_request, response) => response.end())
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
const emptyStep2 = Uint8Array.from([0, 1, 2, 0, 0])

sockets.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? { sockets: new Set(), updates: [] }
  rooms.set(request.url, room)
  room.sockets.add(socket)
  socket.on('close', () => room.sockets.delete(socket))
  socket.on('message', (data) => {
    const [kind, step] = data
    if (kind === 0 && step === 0) {
      for (const update of room.updates) socket.send(update)
      socket.send(emptyStep2)
    } else if (kind === 1 || step === 2) {
      if (step === 2 && kind === 0) room.updates.push(data)
      for (const other of room.sockets) other.send(data)
    }
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'))
