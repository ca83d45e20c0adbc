import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { sha256 } from '../../../server/base/index.ts'
import type { MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'
import { RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

test('[WEB72] a line stays open no longer than what it was opened with: a token that runs out closes its lines at every live door', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { accountId } = group.people.participant
  const token = 'rp_'.concat('t'.repeat(43))
  await world.at.storage.directory.people.update((people) => {
    const now = world.clock.now()
    const short = { tokenHash: sha256(token), accountId, createdAt: now, expiresAt: (now + 40_000) as typeof now }
    return { ok: true, value: { value: { ...people, tokens: [...people.tokens, short] }, result: null } }
  })
  const where = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId: newId<OutcomeId>() } // the server's own answer gave it
  const lines = [await RawClient.join(where, { token }), await RawClient.join(where, { token }, 'polling')]
  const staying = await RawClient.join(where, group.people.participant)
  const gone = lines.map(({ socket }) => new Promise<string>((resolve) => socket.once('disconnect', resolve)))
  const stock = new WebSocket(`${world.url.replace('http', 'ws')}/yjs/${where.meetingId}`, ['rapporteur.v1', `bearer.${token}`])
  onTestFinished(() => stock.terminate())
  await new Promise((resolve) => stock.once('message', resolve))
  const closed = new Promise<number>((resolve) => stock.once('close', resolve))
  // A quarter of a minute at a time, and each sign of life has its answer before the next.
  const wait = async () => {
    world.clock.advance(15_000)
    stock.ping()
    await new Promise((resolve) => stock.once('pong', resolve).once('close', resolve))
    expect(await staying.ask('clock.ask', {})).toMatchObject({ ok: true })
  }
  await wait()
  await wait()
  await wait()
  expect([...lines.map(({ socket }) => socket.connected), stock.readyState]).toEqual([true, true, WebSocket.OPEN])
  world.clock.advance(15_000)
  await Promise.all(gone)
  expect(await closed).toBe(4401)
  expect(await staying.ask('clock.ask', {})).toMatchObject({ ok: true })
  await expect(RawClient.connect(where, { token })).rejects.toThrow('unauthenticated')
})
