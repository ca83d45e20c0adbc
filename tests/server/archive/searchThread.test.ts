import { expect, test } from 'vitest'
import { createSearchThread } from '../../../server/archive/createSearchThread.ts'
import { searchWorker } from '../../support/searchWorker.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { searchContract } from './searchContract.ts'
import { ask, meeting, passage } from './searchSamples.ts'

searchContract('the index in a thread of its own', (folder, damaged = []) =>
  createSearchThread({
    folder,
    worker: searchWorker,
    onDamage: (file) => damaged.push(file),
    onFault: () => {},
    onLost: () => {},
  }),
)

test('[SEA19] a search leaves the thread of the live meetings free', async () => {
  const worker = await searchWorker()
  const search = createSearchThread({
    folder: temporaryFolder(),
    worker: () => worker,
    onDamage: () => {},
    onFault: () => {},
    onLost: () => {},
  })
  await search.reconcile('group', [])
  const texts = Array.from({ length: 40 }, (_, n) => passage(`mine number ${n} of many words that are in every one of them`))
  for (let n = 0; n < 300; n += 1) await search.put([meeting(`m${n}`, { open: texts })])
  await search.flush()
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  for (let n = 0; n < 20; n += 1) await ask(search, 'm', { limit: 20, passagesEach: 5 })
  clearInterval(timer)
  // Twelve thousand passages take longer than this to look through, twenty times over; the bound is ten times the usual.
  expect(longest).toBeLessThan(100)
  await search.close()
})
