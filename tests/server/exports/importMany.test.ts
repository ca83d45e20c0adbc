import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CommandId, GroupId, MeetingId, Millis } from '../../../shared/base/index.ts'
import { applyEdit, type Block, type RichText } from '../../../shared/record/index.ts'
import { newSession } from '../../../shared/session/index.ts'
import { randomStep, rareStep, type Step } from '../../shared/record/randomEdits.ts'
import { fc, runsOf } from '../../support/chance.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { head } from '../../support/exports/records.ts'
import { type GroupWorld, type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'
import { must, newId } from '../../support/storageSamples.ts'

type Json = Record<string, unknown>

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(...hostileTexts.filter((one) => one.isWellFormed()), ...controlTexts),
)
const step: fc.Arbitrary<Step> = fc.record({ what: fc.nat(40), which: fc.nat(9), where: fc.nat(9), word })
const run = fc.record(
  { text: word, bold: fc.constant(true as const), italic: fc.constant(true as const), link: fc.constant('https://example.org/') },
  { requiredKeys: ['text'] },
)
const paragraph = fc.record({ kind: fc.constant('paragraph' as const), runs: fc.array(run, { maxLength: 3 }) })
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), runs: fc.array(run) }),
    fc.record({
      kind: fc.constantFrom('bulletList' as const, 'orderedList' as const),
      items: fc.array(
        fc
          .tuple(
            paragraph,
            fc.array(
              tie('block').filter((one) => one.kind !== 'heading'),
              { maxLength: 1 },
            ),
          )
          .map(([first, rest]) => [first, ...rest]),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  ),
}))
const notes: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 4 })

/** A document as many hands may leave it: entries moved, removed and restored, texts of all kinds. */
function written(steps: readonly Step[], texts: readonly RichText[]): Uint8Array {
  const doc = new Y.Doc()
  for (const [index, text] of texts.entries()) {
    const edit = {
      kind: 'item.add',
      id: newId<never>(),
      parent: null,
      after: 'last',
      title: `Item ${index + 1}`,
      notes: text,
    } as const
    must(applyEdit(doc, edit, 'create'))
  }
  for (const [index, one] of steps.entries()) (one.where % 2 === 0 ? rareStep : randomStep)(doc, one, 5_000 + index)
  return Y.encodeStateAsUpdate(doc)
}

/** A draft with this document, in a group of the world. */
async function draft(world: HttpWorld, group: GroupWorld, update: Uint8Array): Promise<string> {
  const meetingId = newId<MeetingId>()
  const session = { ...newSession(head({ title: 'Written by chance' })), phase: 'draft' as const }
  const meeting = { meetingId, groupId: group.groupId as GroupId, createdAt: world.clock.now() as Millis, session } // ids of the server
  must(await world.at.storage.meetings.create(meeting, update))
  return meetingId
}

/** What the copy says, less what is of the place where it lies. */
function said(file: Json): unknown {
  const { generatedAt: _at, group: _group, record, ...rest } = file
  const { meetingId: _id, ...words } = record as Json
  const leave = (key: string, value: unknown) => (key === 'order' || key === 'history' || key === 'phase' ? null : value)
  return JSON.parse(JSON.stringify({ ...rest, record: words }, leave))
}

test('[EXP118] whatever a record holds, a copy brought in and copied again says the same, and keeps its fingerprint', async () => {
  const world = await httpWorld()
  const [group, there] = [await world.group(), await world.group('Another group')]
  const { token } = group.people.coordinator
  const fetchCopy = async (meetingId: string, as: string) => {
    const answer = await world.call('GET', `/meetings/${meetingId}/exports/record.json`, { as })
    expect(answer.status).toBe(200)
    return { ...answer.json }
  }
  const bring = async (file: Json) => {
    const as = there.people.coordinator.token
    const made = await world.call('POST', `/groups/${there.groupId}/meetings/import`, { as, body: file })
    expect(made.status, made.raw.slice(0, 300)).toBe(201)
    return fetchCopy(made.text('meetingId'), as)
  }
  const each = fc.asyncProperty(
    fc.array(step, { maxLength: 40 }),
    fc.array(notes, { minLength: 1, maxLength: 3 }),
    async (steps, texts) => {
      const meetingId = await draft(world, group, written(steps, texts))
      const before = await fetchCopy(meetingId, token)
      expect(said(await bring(before))).toEqual(said(before))

      const command = async (body: Json) => {
        const answer = await world.call('POST', `/meetings/${meetingId}/commands`, {
          as: token,
          body: { ...body, id: newId<CommandId>() },
        })
        if (answer.status !== 200) throw new Error(answer.raw)
      }
      const deadline = new Date(world.clock.now() + 86_400_000).toISOString()
      await command({ kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
      const seen = (await world.call('GET', `/meetings/${meetingId}/record`, { as: token })).text('fingerprint')
      await command({ kind: 'record.adopt', seen })
      const firm = await fetchCopy(meetingId, token)
      const again = await bring(firm)
      expect(again.fingerprint).toBe(seen)
      expect(again.sealed).toEqual(firm.sealed)
      expect(said(again)).toEqual(said(firm))
    },
  )
  await fc.assert(each, { numRuns: runsOf('COPY_RUNS', 12) })
})
