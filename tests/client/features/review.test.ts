import { createHash, webcrypto } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { correctionOf } from '../../../client/app/live/correctionOf.ts'
import { livePaper } from '../../../client/features/record/shownPaper.ts'
import { changedSections } from '../../../client/features/review/changedSections.ts'
import { deadlineOf, draftIn, draftOf, hourTyped, problemOf } from '../../../client/features/review/deadlineDraft.ts'
import { checkFingerprint, inFours } from '../../../client/features/review/fingerprintCheck.ts'
import { isSameHour, momentIn, timeLeft } from '../../../client/features/review/moment.ts'
import { isRestorable, restoringOf } from '../../../client/features/review/restoring.ts'
import { isAgreed, rewritingOf } from '../../../client/features/review/rewriting.ts'
import { lastNumbered, versionBefore } from '../../../client/features/review/versionBefore.ts'
import { LiveDocument } from '../../../client/sync/LiveDocument.ts'
import { recordText } from '../../../client/sync/recordText.ts'
import { type ItemId, type Millis, makeId } from '../../../shared/base/index.ts'
import {
  applyEdit,
  comparePapers,
  compareWords,
  fingerprintOf,
  type MeetingRecord,
  type Part,
  paperOf,
  partText,
  type Sealed,
} from '../../../shared/record/index.ts'
import type { VersionKind, VersionLine } from '../../../shared/session/index.ts'
import { fc } from '../../support/chance.ts'
import { item, outcome, record, words } from './paperWorld.ts'

const at = (iso: string) => Date.parse(iso) as Millis
const now = at('2026-11-23T16:25:00Z')
const zone = 'Europe/Zurich'
const nameOf = () => ({ name: 'Canada', code: 'CAN' })
const id = (seed: number) => makeId<ItemId>(new Uint8Array(16).fill(seed))

test('[AFU4] a deadline is never sooner than the span that was pressed, and stands at a full hour of its place', () => {
  expect(draftIn(24, now, zone)).toEqual({ date: '2026-11-24', time: '18:00', timeZone: zone })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * 24 * 3_600_000 }), fc.constantFrom(24, 48, 72), (later, hours) => {
      const from = (now + later) as Millis
      const deadline = deadlineOf(draftIn(hours, from, zone))
      // The hour that a change to winter time has twice is read as one of the two.
      expect(deadline === null ? Number.NaN : deadline - from).toBeGreaterThanOrEqual((hours - 1) * 3_600_000)
      expect(deadline === null ? Number.NaN : deadline - from).toBeLessThan((hours + 1) * 3_600_000)
    }),
  )
})

test('[AFU4] a deadline is read in the zone that it names, and no day or hour that does not exist is taken', () => {
  expect(deadlineOf({ date: '2026-11-24', time: '17:00', timeZone: zone })).toBe(at('2026-11-24T16:00:00Z'))
  expect(deadlineOf({ date: '2026-07-24', time: '17:00', timeZone: zone })).toBe(at('2026-07-24T15:00:00Z'))
  expect(deadlineOf({ date: '2026-02-30', time: '17:00', timeZone: zone })).toBeNull()
  expect(deadlineOf({ date: '2026-11-24', time: '25:00', timeZone: zone })).toBeNull()
  expect(deadlineOf({ date: '', time: '17:00', timeZone: zone })).toBeNull()
  expect(draftOf(at('2026-11-24T16:00:00Z'), zone)).toEqual({ date: '2026-11-24', time: '17:00', timeZone: zone })
  expect(hourTyped('1715')).toBe('17:15')
})

test('[AFU4] what cannot be a deadline is said before it is sent: past, under an hour of silence, over a year', () => {
  const draft = (iso: string) => draftOf(at(iso), zone)
  expect(problemOf(draft('2026-11-23T16:00:00Z'), now, 'silence')).toBe('past')
  expect(problemOf(draft('2026-11-23T17:00:00Z'), now, 'silence')).toBe('soon')
  expect(problemOf(draft('2026-11-23T17:00:00Z'), now, 'decision')).toBeNull()
  expect(problemOf(draft('2028-01-01T00:00:00Z'), now, 'decision')).toBe('far')
  expect(problemOf(draft('2026-11-24T17:00:00Z'), now, 'silence')).toBeNull()
})

test('[AFU5] a deadline is told with the hour and the name of its zone; the reader’s own hour only where it is another', () => {
  const moment = momentIn(at('2026-11-26T16:00:00Z'), zone, 'en-GB')
  expect(moment).toEqual({ text: 'Thursday 26 November 2026, 17:00', zone: 'Central European Standard Time' })
  expect(isSameHour(now, zone, 'Europe/Paris')).toBe(true)
  expect(isSameHour(now, zone, 'Asia/Bangkok')).toBe(false)
  expect(momentIn(now, 'Nowhere/City', 'en-GB').text).toContain('16:25')
})

test('[AFU5] what is left is told in days and hours, on the last day in hours and minutes, and never below nothing', () => {
  const hour = 3_600_000
  expect(timeLeft(30 * hour)).toEqual({ days: 1, hours: 6, minutes: 0 })
  expect(timeLeft(1.5 * hour)).toEqual({ days: 0, hours: 1, minutes: 30 })
  expect(timeLeft(-hour)).toEqual({ days: 0, hours: 0, minutes: 0 })
})

const line = (number: number, kind: VersionKind, fingerprint: string, revision: number | null = null): VersionLine => {
  return { number, kind, revision, at: now, actor: null, fingerprint, reason: null }
}

test('[AFU6] a version is laid beside the last one that says something else', () => {
  const versions = [
    line(1, 'room', 'a'),
    line(2, 'circulated', 'b', 1),
    line(3, 'circulated', 'c', 2),
    line(4, 'adopted', 'c'),
    line(5, 'corrigendum', 'd'),
  ]
  expect(versionBefore(versions, 4)?.number).toBe(2)
  expect(versionBefore(versions, 5)?.number).toBe(4)
  expect(versionBefore(versions, 1)).toBeNull()
  expect(lastNumbered(versions)?.number).toBe(5)
  expect(lastNumbered(versions.slice(0, 1))).toBeNull()
})

test('[AFU7] the fingerprint is computed from what the page was given: one letter more, or another salt, and it differs', async () => {
  const { parts, ...head } = paperOf(record({ items: [item('a', { notes: [words('One')] })], outcomes: [] }), 'Group', nameOf)
  const sealed: Sealed = { head, parts: parts.map((part) => ({ salt: 'AAAAAAAAAAAAAAAAAAAAAA', part })) }
  const named = await fingerprintOf(sealed, async (bytes) => createHash('sha256').update(bytes).digest())
  const hasher = { subtle: webcrypto.subtle as unknown as Pick<SubtleCrypto, 'digest'> } // Node's own implementation of the same standard
  expect(await checkFingerprint(sealed, named, hasher)).toBe('matches')
  expect(await checkFingerprint({ ...sealed, head: { ...head, group: 'Groups' } }, named, hasher)).toBe('differs')
  const resalted = parts.map((part) => ({ salt: 'BAAAAAAAAAAAAAAAAAAAAA', part }))
  expect(await checkFingerprint({ ...sealed, parts: resalted }, named, hasher)).toBe('differs')
  expect(await checkFingerprint(sealed, named, {})).toBe('impossible')
  expect(inFours('9bec3c75e6c9')).toBe('9bec 3c75 e6c9')
})

const [a, b] = [id(1), id(2)]
const base = () =>
  record({
    items: [item(a, { notes: [words('Several delegations spoke of some fora.'), words('Thailand reported.')] }), item(b)],
    outcomes: [outcome(id(3), a, { text: [words('to meet again')], kind: 'agreed' })],
  })
const partOf = (parts: readonly Part[], number: string) => {
  const found = parts.find((part) => part.number === number && part.kind !== 'item')
  if (found === undefined) throw new Error(`There is no paragraph ${number}`)
  return found
}

test('[AFU8] a draft after circulation keeps the numbers that were fixed; what is new between them is "bis"', () => {
  const { parts, ...head } = paperOf(base(), 'Group', nameOf)
  const before: Sealed = { head, parts: parts.map((part) => ({ salt: 'AAAAAAAAAAAAAAAAAAAAAA', part })) }
  const more = base()
  const first = more.items[0]
  if (first === undefined) throw new Error('There is an item')
  const [one, two] = first.notes
  const notes = [...(one ? [one] : []), words('Something quite new came in here.'), ...(two ? [two] : [])]
  const live = livePaper({
    record: { ...more, items: [{ ...first, notes }, ...more.items.slice(1)] },
    group: 'Group',
    nameOf,
    before,
  })
  const numbers = live.parts.flatMap((part) => (part.kind === 'item' ? [] : [`${part.number} ${partText(part)}`]))
  expect(numbers).toEqual([
    '1 Several delegations spoke of some fora.',
    '1 bis Something quite new came in here.',
    '2 Thailand reported.',
    '3 Canada agreed to meet again'.replace('Canada ', ''),
  ])
})

const verbs = ['agreed', 'agreed in principle', 'decided', 'noted']

test('[AFU9] a suggestion is written only where the words are still those it was made for', () => {
  const { parts } = paperOf(base(), 'Group', nameOf)
  const note = partOf(parts, '1')
  const said = 'Several delegations spoke of some fora.'
  const path = `items/${a}/notes`
  expect(rewritingOf(note, said, 'Several delegations spoke of regional fora.', verbs)).toEqual({
    path,
    before: said,
    after: 'Several delegations spoke of regional fora.',
    verb: null,
  })
  expect(rewritingOf(note, 'Other words', 'Several', verbs)).toBeNull()
  expect(rewritingOf(null, said, 'Several', verbs)).toBeNull()
})

test('[AFU40] a suggestion that begins with another verb of the group’s list sets that verb; any other beginning is written by hand', () => {
  const { parts } = paperOf(base(), 'Group', nameOf)
  const result = partOf(parts, '3')
  const made = (suggestion: string) => rewritingOf(result, 'agreed to meet again', suggestion, verbs)
  expect(made('agreed to meet soon')).toMatchObject({ after: 'to meet soon', verb: null })
  expect(made('Decided to meet again')).toMatchObject({ after: 'to meet again', verb: { outcome: id(3), kind: 'decided' } })
  expect(made('hoped to meet again')).toBeNull()
  expect(made('decided')).toBeNull()
  const noted = { ...base(), outcomes: [outcome(id(3), a, { text: [words('the date')], kind: 'noted' })] }
  const other = partOf(paperOf(noted, 'Group', nameOf).parts, '3')
  expect(rewritingOf(other, 'noted the date', 'agreed in principle the date', verbs)?.verb?.kind).toBe('agreed in principle')
  const bare = { ...base(), outcomes: [outcome(id(3), a, { text: [words('to meet')], kind: '' })] }
  const without = partOf(paperOf(bare, 'Group', nameOf).parts, '3')
  expect(rewritingOf(without, 'to meet', 'decided to meet', verbs)).toMatchObject({ after: 'decided to meet', verb: null })
})

test('[AFU40] an agreed outcome is not written over, and neither are its qualifications', () => {
  const agreed = { ...base(), outcomes: [outcome(id(3), a, { standing: 'agreed' })] }
  const [result] = paperOf(agreed, 'Group', nameOf).parts.filter((part) => part.kind === 'outcome')
  expect(isAgreed(result ?? null, agreed)).toBe(true)
  expect(isAgreed(result ?? null, base())).toBe(false)
  const qualifier: Part = {
    kind: 'qualifier',
    key: 'qualifier:q',
    item: a,
    number: '4',
    outcome: id(3),
    word: 'reserving',
    text: [],
  }
  expect(isAgreed(qualifier, agreed)).toBe(true)
})

test('[AFU40] a suggestion for a list is written entry by entry, and only in the one place that says it', () => {
  const notes = (entries: readonly string[]) => [
    words('Several delegations spoke.'),
    { kind: 'bulletList' as const, items: entries.map((entry) => [words(entry)]) },
  ]
  const doc = new Y.Doc()
  const add = (seed: number, lists: readonly (readonly string[])[]) => {
    const edit = {
      kind: 'item.add',
      id: id(seed),
      parent: null,
      after: 'last',
      title: 'Fora',
      notes: lists.flatMap(notes),
    } as const
    expect(applyEdit(doc, edit, 'test').ok).toBe(true)
  }
  add(1, [['Canada: two fora', 'Thailand: one']])
  add(2, [['Canada: two fora'], ['Canada: two fora']])
  const live = new LiveDocument({
    start: [Y.encodeStateAsUpdate(doc)],
    onLocal: () => {},
    onChange: () => {},
    find: recordText,
  })
  const path = `items/${id(1)}/notes`
  expect(live.rewrite(path, 'Canada: two fora\nThailand: one', 'Canada: three fora\nThailand: two', compareWords)).toBe(true)
  const list = live.fragment(path)?.toString() ?? ''
  expect(list).toMatch(/Several delegations spoke\..*Canada: three fora.*Thailand: two/)
  expect(list).not.toContain('two fora')
  expect(live.rewrite(path, 'Canada: three fora\nThailand: two', 'Canada: three fora', compareWords)).toBe(false)
  expect(live.rewrite(`items/${id(2)}/notes`, 'Canada: two fora', 'Canada: one forum', compareWords)).toBe(false)
  live.close()
})

test('[AFU41] what is gone between two texts can be put back as long as it is still removed and its item stands', () => {
  const full = base()
  const before = paperOf(full, 'Group', nameOf)
  const less: MeetingRecord = { ...full, outcomes: full.outcomes.map((one) => ({ ...one, removed: true })) }
  const gone = comparePapers(before, paperOf(less, 'Group', nameOf)).find((change) => change.kind === 'outcome')
  const restoring = gone === undefined ? null : restoringOf(gone)
  if (restoring === null) throw new Error('An outcome is gone')
  expect(restoring).toEqual({ kind: 'outcome.restore', id: id(3) })
  expect(isRestorable(restoring, less)).toBe(true)
  expect(isRestorable(restoring, full)).toBe(false)
  const bare: MeetingRecord = { ...less, items: less.items.map((one) => ({ ...one, removed: true })) }
  expect(isRestorable(restoring, bare)).toBe(false)
  const changes = comparePapers(before, paperOf(bare, 'Group', nameOf))
  const kinds = changes.map((change) => restoringOf(change)?.kind ?? null)
  expect(kinds).toEqual(['item.restore', null, null, 'outcome.restore', 'item.restore'])
  const same = comparePapers(before, before)
  expect(same.map(restoringOf)).toEqual(same.map(() => null))
})

test('[AFU9] writing a suggestion changes only the words that differ, as one change that goes to the server, and nothing where the words are others', () => {
  const doc = new Y.Doc()
  applyEdit(doc, { kind: 'item.add', id: id(1), parent: null, after: 'last', title: 'Opening of the session' }, 'test')
  const sent: Uint8Array[] = []
  const onLocal = (_: number, update: Uint8Array) => sent.push(update)
  const live = new LiveDocument({ start: [Y.encodeStateAsUpdate(doc)], onLocal, onChange: () => {}, find: recordText })
  const path = `items/${id(1)}/title`
  expect(live.rewrite(path, 'Another title', 'Words', compareWords)).toBe(false)
  expect(sent).toEqual([])
  expect(live.rewrite(path, 'Opening of the session', 'Opening of the third session', compareWords)).toBe(true)
  expect(sent.length).toBe(1)
  for (const update of sent) Y.applyUpdate(doc, update)
  expect(live.fragment(path)?.toString()).toContain('Opening of the third session')
  expect(JSON.stringify(doc.getMap('items').toJSON())).toContain('Opening of the third session')
  live.close()
})

test('[AFU10] late words become a correction of the paragraph they were typed into; where that cannot be told, their author chooses', () => {
  const { parts } = paperOf(base(), 'Group', nameOf)
  const late = (path: string, whole: string) => correctionOf({ path, whole, added: '' }, parts)
  expect(late(`items/${a}/notes`, 'Several delegations spoke of some fora.\nThailand reported twice.')).toEqual({
    part: partOf(parts, '2').key,
    suggestion: 'Thailand reported twice.',
  })
  expect(late(`outcomes/${id(3)}/text`, 'to meet again in Geneva')).toEqual({
    part: `outcome:${id(3)}`,
    suggestion: 'agreed to meet again in Geneva',
  })
  expect(late(`items/${a}/notes`, 'Several delegations spoke of some fora.\nThailand reported.\nNew')).toBeNull()
  expect(late(`items/${b}/notes`, 'Nothing like it stands here')).toBeNull()
  expect(late('', 'Words')).toBeNull()
})

test('[AFU11] differences stand under the titles of their items, and nothing that is the same is shown', () => {
  const before = paperOf(base(), 'Group', nameOf)
  const parts = before.parts.map((part): Part => {
    return part.number === '2' && part.kind === 'note' ? { ...part, block: words('Thailand reported twice.') } : part
  })
  const sections = changedSections(comparePapers(before, { ...before, parts }))
  expect(sections.map(({ title, changes }) => [title, changes.map((change) => change.after?.number)])).toEqual([
    [`1 ${a}`, ['2']],
  ])
})
