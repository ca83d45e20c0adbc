import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { outcomeOf, RawClient, typeInto } from '../../support/live/RawClient.ts'
import { backedUp, restored } from '../../support/restoring.ts'
import { must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { StockClient } from './StockClient.ts'

const start = 'The Group agreed.'

test('[QUA22] after a restore a stock client that names no epoch does not bring words of others under ids that the log never saw', async () => {
  const dataDir = temporaryFolder()
  const world = await liveWorld({ dataDir })
  const file = await backedUp(world)
  // Somebody comes for the first time in the hour that will be lost.
  const anna = await RawClient.join(world, world.people.anna)
  const stock = new StockClient(world, world.people.boris)
  await stock.synced()
  must(await anna.type(' Lost hour.'))
  await stock.until(() => outcomeOf(stock.doc, world).includes('Lost hour.'))
  stock.leave()
  const before = Y.encodeStateAsUpdate(stock.doc)
  const again = await restored(world, dataDir, file)
  const back = new StockClient(again, again.people.boris, stock.doc)
  expect(await back.closed()).toBe(4409)
  expect(Y.encodeStateAsUpdate(stock.doc)).toEqual(before)
  expect(outcomeOf(await again.storedDocument(), again)).toBe(start)
  // They are still to be had from their author.
  const author = await RawClient.connect(again, again.people.anna)
  await author.enter({ epoch: again.storage.epoch })
  must(await author.send(Y.encodeStateAsUpdate(anna.doc)))
})

test('[QUA23] after a restore a stock client that names no epoch still brings what it typed itself meanwhile', async () => {
  const dataDir = temporaryFolder()
  const world = await liveWorld({ dataDir })
  const stock = new StockClient(world, world.people.boris)
  await stock.synced()
  const file = await backedUp(world)
  stock.leave()
  typeInto(stock.doc, world, ' Typed away.')
  const again = await restored(world, dataDir, file)
  const back = new StockClient(again, again.people.boris, stock.doc)
  await back.synced()
  const witness = await RawClient.join(again, again.people.anna)
  await witness.until(() => witness.outcome === `${start} Typed away.`)
})
