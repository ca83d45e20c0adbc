import { WebSocket } from 'ws'

/** Asks a running process by Node's own inspector: nothing in the product is made for measuring. */
export async function openInspector(server) {
  const address = /ws:\/\/\S+/.exec(server.output())?.[0]
  const socket = new WebSocket(address, { maxPayload: 1024 * 1024 * 1024 })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  let last = 0
  const ask = (method, params = {}) => {
    last += 1
    const id = last
    socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve) => {
      const hear = (data) => {
        const answer = JSON.parse(data)
        if (answer.id !== id) return
        socket.off('message', hear)
        resolve(answer.result)
      }
      socket.on('message', hear)
    })
  }
  return { ask, close: () => socket.close() }
}
