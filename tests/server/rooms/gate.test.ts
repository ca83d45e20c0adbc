import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CommandId, QualifierId } from '../../../shared/base/index.ts'
import { applyEdit } from '../../../shared/record/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, outcomeOf, RawClient, typeInto } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

/** Boris sends this; whatever the answer, Anna sees nothing of it and both the log and her line go on. */
async function refusedAlone(world: World, anna: RawClient, boris: RawClient, update: Uint8Array): Promise<string> {
  const before = anna.all('record.frame').length
  const code = codeOf(await boris.send(update))
  must(await anna.type('.'))
  await anna.until(() => anna.all('record.frame').length > before)
  expect(outcomeOf(await world.storedDocument(), world)).toBe(anna.outcome)
  expect(anna.all('record.frame').length).toBe(before + 1)
  return code
}

async function twoPens(options: Parameters<typeof liveWorld>[0] = {}) {
  const world = await liveWorld(options)
  const anna = await RawClient.join(world, world.people.anna)
  const boris = await RawClient.join(world, world.people.boris)
  return { world, anna, boris }
}

/** An update made on a copy of what a client has, under a client id of its own. */
function madeBy(client: RawClient, work: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(client.doc))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  copy.transact(() => work(copy))
  return Y.mergeUpdates(updates)
}

/** Plain typing on what another client has, under a given id. */
function madeUnder(clientId: number, client: RawClient, world: World): Uint8Array {
  return madeBy(client, (doc) => {
    doc.clientID = clientId
    typeInto(doc, world, ' Late.')
  })
}

function idOfALetter(doc: Y.Doc, world: World): Y.ID {
  const text = doc.getMap<Y.Map<Y.XmlFragment>>('outcomes').get(world.outcomeId)?.get('text')?.get(0)
  const start = text instanceof Y.XmlElement ? text.get(0) : null
  if (!(start instanceof Y.XmlText) || start._start === null) throw new Error('The sample has no words in its outcome')
  return start._start.id
}

/** Each piece finds its neighbour, and yet neither id can begin: the first of 5 waits for the second of 6, and the other way round. */
function deadlock(letter: Y.ID): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const behind = (id: Y.ID) => {
    encoder.writeInfo(0x84)
    encoder.writeLeftID(id)
    encoder.writeString('x')
  }
  encoder.writeLen(2)
  for (const [own, other] of [
    [6, 5],
    [5, 6],
  ] as const) {
    encoder.writeLen(2)
    encoder.writeClient(own)
    encoder.writeLen(0)
    behind(Y.createID(other, 1))
    behind(letter)
  }
  encoder.writeLen(0)
  return encoder.toUint8Array()
}

test('[R1] an update must be a Yjs update of version 1 to its last byte', async () => {
  const { world, anna, boris } = await twoPens()
  const good = madeBy(boris, (doc) => typeInto(doc, world, ' x'))
  const v2 = Y.convertUpdateFormatV1ToV2(good)
  const corpus = [
    new Uint8Array(0),
    good.subarray(0, good.length - 1),
    good.subarray(0, 5),
    new Uint8Array([...good, 0]),
    new Uint8Array([...good, ...good]),
    v2,
    new TextEncoder().encode('not an update at all'),
    new Uint8Array(64).fill(255),
    // Sizes that only claim: a string of 2 GiB, 2^49 structs, a delete set of 2^49 clients.
    new Uint8Array([1, 1, 5, 0, 4, 1, 1, 97, 255, 255, 255, 255, 7, 97, 0]),
    new Uint8Array([1, 255, 255, 255, 255, 255, 255, 127, 5, 0, 4, 1, 1, 97, 1, 98, 0]),
    new Uint8Array([0, 255, 255, 255, 255, 255, 255, 127]),
    // Clocks near 2^53.
    new Uint8Array([0, 1, 5, 1, 255, 255, 255, 255, 255, 255, 255, 15, 1]),
    // One client id in two blocks: Yjs would forget the first.
    new Uint8Array([2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0]),
  ]
  for (const update of corpus) expect(await refusedAlone(world, anna, boris, update)).toBe('malformed')
  expect(codeOf(await boris.send(new Uint8Array(1024 * 1024 + 1)))).toBe('tooLarge')
  expect(world.faults).toEqual([])
})

test('[R2] nobody writes under a client id of somebody else', async () => {
  const { world, anna, boris } = await twoPens()
  must(await anna.type(' Mine.'))
  await boris.until(() => boris.outcome.endsWith(' Mine.'))
  const forged = madeBy(boris, (doc) => {
    doc.clientID = anna.doc.clientID
    typeInto(doc, world, ' Forged.')
  })
  expect(await refusedAlone(world, anna, boris, forged)).toBe('foreignClient')
  // It stays hers: neither has it ended for her, nor is it free when she has left.
  must(await anna.type(' Still mine.'))
  anna.socket.disconnect()
  const again = await RawClient.join(world, world.people.coordinator)
  expect(
    codeOf(
      await again.send(
        madeBy(again, (doc) => {
          doc.clientID = anna.doc.clientID
          typeInto(doc, world, '!')
        }),
      ),
    ),
  ).toBe('foreignClient')
})

test('[R3] an update that builds on, or deletes, something the server never had is refused as a gap, and nothing is kept pending', async () => {
  const { world, anna, boris } = await twoPens()
  const first = boris.make(() => typeInto(boris.doc, world, ' One.'))
  const second = boris.make(() => typeInto(boris.doc, world, ' Two.'))
  expect(await refusedAlone(world, anna, boris, second)).toBe('gap')
  expect(first.length).toBeGreaterThan(0)
  const deletion = new Uint8Array([0, 1, 5, 1, 0, 1])
  expect(await refusedAlone(world, anna, boris, deletion)).toBe('gap')
  // Two ids that wait for each other: 5 stands behind 6, and 6 behind 5.
  const circle = new Uint8Array([2, 1, 6, 0, 132, 5, 0, 1, 97, 1, 5, 0, 132, 6, 0, 1, 98, 0])
  expect(await refusedAlone(world, anna, boris, circle)).toBe('gap')
  expect(await refusedAlone(world, anna, boris, deadlock(idOfALetter(boris.doc, world)))).toBe('gap')
  const stored = await world.storedDocument()
  expect(stored.store.pendingStructs).toBeNull()
  expect(stored.store.pendingDs).toBeNull()
})

test('[R4] what is no part of a record is refused: unknown roots, fields, nodes, marks, types, and deletions of what may not go', async () => {
  const { world, anna, boris } = await twoPens()
  const entry = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('outcomes').get(world.outcomeId) ?? new Y.Map()
  const line = (doc: Y.Doc) => (entry(doc).get('text') as Y.XmlFragment).get(0) as Y.XmlElement // as the sample made it
  const works: ((doc: Y.Doc) => void)[] = [
    (doc) => doc.getMap('hidden').set('key', 'value'),
    (doc) => doc.getText('items').insert(0, 'wrong type for a root'),
    (doc) => doc.getArray('prosemirror').push([1]),
    (doc) => entry(doc).set('standing', 'agreed'),
    (doc) => entry(doc).set('text', new Y.XmlFragment()),
    (doc) => entry(doc).delete('text'),
    (doc) => doc.getMap('outcomes').delete(world.outcomeId),
    (doc) => doc.getMap('outcomes').set('not an id', new Y.Map()),
    (doc) => doc.getMap('outcomes').set(newId(), new Y.Doc()),
    (doc) => line(doc).insert(0, [new Y.XmlElement('script')]),
    (doc) => line(doc).setAttribute('onclick', 'alert(1)'),
    (doc) => (line(doc).get(0) as Y.XmlText).format(0, 3, { evil: true }),
    (doc) => (line(doc).get(0) as Y.XmlText).insertEmbed(0, { image: 'x' }),
    (doc) => entry(doc).set('order', { __proto__: 'x' }),
  ]
  for (const work of works) expect(await refusedAlone(world, anna, boris, madeBy(boris, work))).toBe('shape')
})

test('[R5] a refusal ends its client id, and a new document with a new id goes on from what is settled', async () => {
  const { world, anna, boris } = await twoPens()
  const wrong = boris.make(() => boris.doc.getMap('hidden').set('key', 'value'))
  expect(codeOf(await boris.send(wrong))).toBe('shape')
  expect(codeOf(await boris.type(' After.'))).toBe('endedClient')
  // Nor without a gap: what builds on the settled state alone, under an id that was never stored and under one that was.
  expect(codeOf(await boris.send(madeUnder(boris.doc.clientID, anna, world)))).toBe('endedClient')
  const fresh = await RawClient.join(world, world.people.boris)
  must(await fresh.type(' Fresh.'))
  await anna.until(() => anna.outcome.endsWith(' Fresh.'))
  expect(codeOf(await fresh.send(fresh.make(() => fresh.doc.getMap('hidden').set('key', 'value'))))).toBe('shape')
  expect(codeOf(await fresh.send(madeUnder(fresh.doc.clientID, anna, world)))).toBe('endedClient')
})

test('[R6] an update with nothing new is saved already: for everybody, in every phase, also from who only reads', async () => {
  const { world, anna, boris } = await twoPens()
  must(await anna.type(' Words.'))
  must(
    await anna.change(() => {
      const text = anna.doc.getMap<Y.Map<Y.XmlFragment>>('outcomes').get(world.outcomeId)?.get('text')?.get(0) as Y.XmlElement
      ;(text.get(0) as Y.XmlText).delete(0, 4)
    }),
  )
  await boris.until(() => boris.outcome === anna.outcome)
  const everything = Y.encodeStateAsUpdate(anna.doc)
  const appends = world.storage.appends.length
  must(await boris.send(everything))
  const observer = await RawClient.connect(world, world.people.observer)
  must(await observer.tryEnter())
  must(await observer.send(everything))
  must(await sendCommand(await RawClient.join(world, world.people.coordinator), world, 'meeting.close'))
  expect(await boris.closed()).toBe('rightsChanged')
  expect(must(await boris.tryEnter())).toMatchObject({ mode: 'reader' })
  must(await boris.send(everything))
  expect(world.storage.appends.length).toBe(appends)
})

test('[R7] of an update that is known in part, only the rest is judged and stored', async () => {
  const { world, anna, boris } = await twoPens()
  const one = boris.make(() => typeInto(boris.doc, world, ' One.'))
  must(await boris.send(one))
  const two = boris.make(() => typeInto(boris.doc, world, ' Two.'))
  const both = Y.mergeUpdates([Y.encodeStateAsUpdate(anna.doc), one, two])
  must(await boris.send(both))
  await anna.until(() => anna.outcome.endsWith(' One. Two.'))
  const last = anna.all('record.frame').at(-1)
  expect(Buffer.from(last?.frame ?? '', 'base64').length).toBeLessThan(both.length / 2)
})

test('[R8] the words of an agreed outcome are locked for everyone, and what was typed into them is kept aside', async () => {
  const agreed = await withStanding('agreed')
  const rapporteur = await RawClient.join(agreed, agreed.people.rapporteur)
  expect(codeOf(await rapporteur.type(' More.'))).toBe('locked')
  const [kept] = await agreed.storage.documents.asides(documentOf(agreed), agreed.people.rapporteur.person)
  expect(kept).toMatchObject({ reason: 'locked', text: 'More.', place: `outcomes/${agreed.outcomeId}/text` })
  const again = await RawClient.join(agreed, agreed.people.rapporteur)
  must(await again.edit({ kind: 'item.set', id: agreed.itemId, values: { minutes: 10 } }))
})

async function withStanding(standing: 'agreed'): Promise<World> {
  const world = await liveWorld()
  const stored = await world.storage.meetings.get(world.meetingId)
  if (stored === null) throw new Error('No meeting')
  const { session } = stored
  await world.storage.meetings.commit(world.meetingId, {
    from: session.seq,
    next: { ...session, seq: session.seq + 1, standings: { [world.outcomeId]: standing } },
    commands: [],
  })
  return world
}

function documentOf(world: World) {
  return world.meetingId as string as Parameters<World['storage']['documents']['load']>[0]
}

test('[R9] words whose right has ended are refused but kept aside for their author; who never had the right gets a plain no', async () => {
  const { world, anna } = await twoPens()
  const late = anna.make(() => typeInto(anna.doc, world, ' Late words.'))
  must(await sendCommand(await RawClient.join(world, world.people.coordinator), world, 'meeting.close'))
  expect(await anna.closed()).toBe('rightsChanged')
  expect(must(await anna.tryEnter())).toMatchObject({ mode: 'reader', readerBecause: 'phase' })
  const answer = await anna.send(late)
  expect(codeOf(answer)).toBe('wrongPhase')
  expect(answer).toMatchObject({ refusal: { message: expect.stringContaining('kept aside') } })
  const observer = await RawClient.connect(world, world.people.observer)
  must(await observer.tryEnter())
  Y.applyUpdate(observer.doc, Y.encodeStateAsUpdate(await world.storedDocument()), 'server')
  expect(codeOf(await observer.type(' Never had it.'))).toBe('forbidden')
  const asides = await world.storage.documents.asides(documentOf(world))
  expect(asides).toMatchObject([{ person: world.people.anna.person, reason: 'rightEnded', text: 'Late words.' }])
  expect(asides[0]?.update).toEqual(late)
  expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed.')
})

test('[R10] who was lowered to observer keeps unsent words aside; they are not merged', async () => {
  const { world, anna, boris } = await twoPens()
  must(await anna.type(' Before.'))
  const late = anna.make(() => typeInto(anna.doc, world, ' After.'))
  world.setRole(world.people.anna, 'observer')
  world.rooms.closeConnections({ person: world.people.anna.person }, 'rightsChanged', 'Your role changed.')
  expect(await anna.closed()).toBe('rightsChanged')
  expect(must(await anna.tryEnter())).toMatchObject({ mode: 'reader' })
  expect(codeOf(await anna.send(late))).toBe('forbidden')
  expect(await world.storage.documents.asides(documentOf(world))).toMatchObject([{ reason: 'rightEnded', text: 'After.' }])
  must(await boris.type(' Goes on.'))
  expect(boris.outcome).toBe('The Group agreed. Before. Goes on.')
})

test('[R11] words typed into something that was deleted meanwhile are stored aside, and the rest of the update counts', async () => {
  const { world, anna, boris } = await twoPens()
  const id = newId<QualifierId>()
  const path = { root: 'outcomes', id: world.outcomeId, field: 'qualifiers', qualifier: id } as const
  must(await anna.edit({ kind: 'qualifier.add', outcome: world.outcomeId, id, after: 'last', text: 'unless deferred' }))
  await boris.until(() => JSON.stringify(boris.doc.getMap('outcomes').toJSON()).includes('unless deferred'))
  // Boris has not heard of the removal when he types; his client sends what he typed as he typed it.
  const typed = boris.make(() => {
    expect(applyEdit(boris.doc, { kind: 'text.set', path, text: 'unless deferred again' }, 'own').ok).toBe(true)
    typeInto(boris.doc, world, ' Counts.')
  })
  must(await anna.edit({ kind: 'qualifier.remove', outcome: world.outcomeId, id, undoId: newId() }))
  must(await boris.send(typed))
  await anna.until(() => anna.outcome.endsWith(' Counts.'))
  expect(await world.storage.documents.asides(documentOf(world))).toMatchObject([
    { person: world.people.boris.person, reason: 'deletedUnder', text: expect.stringContaining('again') },
  ])
})

function sendCommand(
  client: RawClient,
  world: World,
  kind: 'meeting.close' | 'meeting.open' | 'meeting.suspend' | 'meeting.resume',
  id: CommandId = newId(),
) {
  return client.ask<{ seq: number }, 'session.command'>('session.command', { meetingId: world.meetingId, command: { kind, id } })
}

test('[R12] a connection may bring twenty ids without an edit and no more; ids stay a person’s on every device', async () => {
  const { world, anna } = await twoPens()
  must(await anna.type(' From one device.'))
  const other = await RawClient.connect(world, world.people.anna)
  await other.enter({ clientIds: [anna.doc.clientID] })
  other.doc.clientID = anna.doc.clientID
  must(await other.type(' From another.'))
  const state = { item: null, field: null, cursor: null, away: false }
  for (let id = 1; id <= 30; id += 1) {
    must(await other.ask('presence.set', { meetingId: world.meetingId, clientId: id, state }))
  }
  const update = madeBy(other, (doc) => typeInto(doc, world, ' One more.'))
  expect(codeOf(await other.send(update))).toBe('tooMany')
})
