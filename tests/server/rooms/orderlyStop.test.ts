import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MeetingId, OutcomeId, PersonId } from '../../../shared/base/index.ts'
import { BrowserWorld, type Tab, until } from '../../client/sync/browserWorld.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { meetingWorld } from '../../support/meetingWorld.ts'

const rounds = Number(process.env.STOP_ROUNDS ?? 2)
const people = 4

test(
  '[DUR14] of a server that is stopped in the midst of typing each stop is in order and in time, everybody is back by themselves, and not one word is lost or doubled',
  async () => {
    const program = await bundleForChild('server/main.ts')
    // Where the server looks for its thread.
    copyFileSync(await bundleForChild('server/archive/searchWorker.ts'), join(dirname(program), 'searchWorker.js'))
    const world = await meetingWorld({ place: { program } })
    const [outcomeId] = world.outcomes
    if (outcomeId === undefined) throw new Error('There is no outcome')
    const where = { url: world.server.url, meetingId: world.meetingId as MeetingId, outcomeId: outcomeId as OutcomeId }
    // One person on several devices, each with a storage of its own.
    const me = { token: world.token, person: 'a:me' as PersonId }
    const tabs = await Promise.all(
      Array.from({ length: people }, (_, n) =>
        new BrowserWorld().tab(where, me, { transport: n % 2 === 0 ? 'websocket' : 'polling' }),
      ),
    )
    await Promise.all(tabs.map((tab) => tab.live()))
    const typed: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      let isOver = false
      const typing = tabs.map(async (tab, n) => {
        for (let count = 0; !isOver; count += 1) {
          const mark = `[${round}.${n}.${count}]`
          type(tab, outcomeId, mark)
          typed.push(mark)
          // The pace of the fastest of typists.
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      })
      const before = typed.length
      await enough(() => typed.length - before > 20 + Math.random() * 100)
      // Nought is told only by a stop that ended by itself within eight seconds.
      expect(await world.server.stop(), world.server.output()).toBe(0)
      isOver = true
      await Promise.all(typing)
      await world.server.start()
      for (const tab of tabs) tab.meeting.retry()
      await Promise.all(
        tabs.map(async (tab) => {
          await tab.live()
          await until(tab.meeting.saved, ({ kind }) => kind === 'saved')
        }),
      )
      const text = (await world.record()).outcomes[0] ?? ''
      const found = [...text.matchAll(/\[\d+\.\d+\.\d+\]/g)].map(([mark]) => mark)
      expect(
        typed.filter((mark) => !found.includes(mark)),
        `after stop ${round + 1}`,
      ).toEqual([])
      expect(found.length).toBe(typed.length)
    }
  },
  60_000 + rounds * 15_000,
)

/** Types at the end of the outcome, as an editor would. */
function type(tab: Tab, outcomeId: string, mark: string): void {
  const paragraph = tab.meeting.fragment(`outcomes/${outcomeId}/text`)?.get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('There is no outcome to type in')
  words.insert(words.length, mark)
}

async function enough(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
