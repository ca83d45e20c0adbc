import type { Browser } from 'playwright'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdit } from '../../shared/record/index.ts'
import { device, openBrowser } from '../support/browser.ts'
import { meetingWorld, newItemId, stockClient } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy, recorded, says, text, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('[J6] an observer can change nothing: not by the screen, Socket.io, HTTP or the stock client', async () => {
  const world = await meetingWorld()
  const seat = await world.seat('observer', 'ICBL')
  const watching = await device(browser)
  const page = await enterBy(watching, seat.url, 'Olga Observer')
  await page.getByText('You are here as an observer.').waitFor()
  // The screen offers nothing that writes: absent, not disabled.
  await page.getByText('to build on the work already started').first().waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  for (const name of [/Add outcome/, /Add action/, /Add an item/, /Share/]) {
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  }
  const before = (await world.record()).raw

  // The same seat, claimed by a program.
  const claimed = await fetch(`${world.server.url}/api/seats/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: seat.url.split('#')[1], name: 'A Program' }),
  })
  const { token } = (await claimed.json()) as { readonly token: string } // the documented answer
  const write = await fetch(`${world.server.url}/api/meetings/${world.meetingId}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'meeting.close', id: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  })
  expect(write.status).toBe(403)

  const socket = io(world.server.url, { auth: { token }, forceNew: true })
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  const doc = new Y.Doc()
  const join = { meetingId: world.meetingId, schemaVersion: 1, epoch: null, stateVector: null, clientIds: [doc.clientID] }
  const joined: { readonly value: { readonly mode: string; readonly update: string | null } } = await socket.emitWithAck(
    'meeting.join',
    join,
  )
  expect(joined.value.mode).toBe('reader')
  expect(joined.value.update).toBeNull()

  applyEdit(doc, { kind: 'item.add', id: newItemId(), parent: null, after: 'last', title: 'Smuggled' }, null)
  const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
  const refused: { readonly ok: boolean; readonly refusal: { readonly code: string } } = await socket.emitWithAck(
    'record.update',
    {
      meetingId: world.meetingId,
      updateId: 'one',
      update,
    },
  )
  expect([refused.ok, refused.refusal.code]).toEqual([false, 'forbidden'])
  socket.close()

  const stock = stockClient(world.server.url, world.meetingId, token, doc)
  const code = await new Promise<number>((resolve) => {
    stock.on('connection-close', (event) => {
      if (event !== null) resolve(event.code)
    })
  })
  stock.destroy()
  expect(code).toBe(4403)
  expect((await world.record()).raw).toBe(before)
  await watching.close()
})

test('[J7] a seat revoked while its guest types puts the guest out at once, and what was saved stays', async () => {
  const world = await meetingWorld()
  const [desk, guest] = await Promise.all([device(browser), device(browser)])
  const coordinator = await enterAsCoordinator(desk, world)
  const seat = await world.seat('participant', 'THA')
  const page = await enterBy(guest, seat.url, 'Somchai Jaidee')
  await write(page, 'Notes on item 1', 'Words from before.')
  await says(page, 'Saved')
  await recorded(world, (raw) => raw.includes('Words from before.'))
  const typing = page.keyboard.type(' And words that go on while the link is revoked.', { delay: 40 }).catch(() => undefined)
  await world.api('DELETE', `/groups/${world.groupId}/seats/${seat.seatId}`)
  await page.getByText('You are out of this meeting.').waitFor()
  await typing
  await text(coordinator, 'Notes on item 1').getByText('Words from before.').waitFor()
  // Whoever comes by the dead link is told so, and the door stays shut.
  await page.goto(seat.url)
  await page.getByText('This invitation has ended').waitFor()
  const after = (await world.record()).raw
  expect(after).toContain('Words from before.')
  await Promise.all([desk.close(), guest.close()])
})
