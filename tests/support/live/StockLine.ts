import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'

/** Knocks at the stock door: in, as soon as the server speaks of the document, or the code it closed with. */
export function openStockLine(
  where: { readonly url: string; readonly meetingId: string },
  token: string | null,
): Promise<'in' | number> {
  const protocols = token === null ? ['rapporteur.v1'] : ['rapporteur.v1', `bearer.${token}`]
  const socket = new WebSocket(`${where.url.replace('http', 'ws')}/yjs/${where.meetingId}`, protocols)
  onTestFinished(() => socket.terminate())
  return new Promise((resolve, reject) => {
    socket.once('message', () => {
      resolve('in')
      socket.terminate()
    })
    socket.once('close', resolve)
    socket.once('error', reject)
  })
}
