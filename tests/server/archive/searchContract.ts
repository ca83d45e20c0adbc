import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { IndexedMeeting, Search } from '../../../server/archive/index.ts'
import { fc } from '../../support/chance.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { ask, expectSame, inside, meeting, meetingsIn, observing, passage, textsIn } from './searchSamples.ts'

/** Opens an index in a folder; `damaged` collects what it reports. */
export type OpenSearch = (folder: string, damaged?: string[]) => Search

const words = ['mine', 'clearance', 'États', 'Парты', 'ألغام', '地雷', 'mined', 'victim', 'plan']

/** Something that happens to a group's records. */
type Step =
  | { readonly kind: 'put'; readonly meeting: number; readonly open: readonly string[]; readonly closed: readonly string[] }
  | { readonly kind: 'flush' }
  | { readonly kind: 'reopen' }

const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      meeting: fc.integer({ min: 0, max: 7 }),
      open: fc.array(text, { maxLength: 4 }),
      closed: fc.array(text, { maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('flush' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
)
const questions = ['mine', 'mine ', '"mine clearance"', 'etats', '地雷', 'الغام', 'plan -mine ', 'part:note', 'victim plan', '']

/** What every adapter of the search port keeps to. */
export function searchContract(name: string, open: OpenSearch): void {
  describe(name, () => {
    test('[SEA10] whatever happened to the records, the same is found as by an index that was made anew', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const folder = temporaryFolder()
          let search = open(folder)
          const present = new Map<string, IndexedMeeting>()
          await search.reconcile('group', [])
          for (const [seq, one] of steps.entries()) {
            if (one.kind === 'put') {
              const list = (texts: readonly string[]) => texts.map((text) => passage(text))
              const made = meeting(`m${one.meeting}`, { seq, open: list(one.open), closed: list(one.closed) })
              present.set(made.facts.meetingId, made)
              await search.put([made])
            } else if (one.kind === 'flush') await search.flush()
            else {
              await search.close()
              search = open(folder)
              const lacking = await search.reconcile('group', stampsOf(present))
              await search.put([...present.values()].filter(({ facts }) => lacking.includes(facts.meetingId)))
            }
          }
          const anew = open(temporaryFolder())
          await anew.reconcile('group', [])
          await anew.put([...present.values()])
          for (const scopes of [inside, observing]) {
            for (const q of questions) expectSame(await ask(search, q, { scopes }), await ask(anew, q, { scopes }))
          }
          await search.close()
          await anew.close()
        }),
        { numRuns: 40 },
      )
    })

    test('[SEA11] after a kill only the present states count, and it is known which are lacking', async () => {
      const folder = temporaryFolder()
      const killed = open(folder)
      await killed.reconcile('group', [])
      const old = meeting('a', { seq: 1, open: [passage('what it said once')] })
      await killed.put([old, meeting('b', { seq: 1, open: [passage('what it says')], closed: [passage('in confidence')] })])
      await killed.flush()
      await killed.put([meeting('a', { seq: 2, open: [passage('what it says now')] }), meeting('c', { seq: 1 })])
      // Nobody closed it: what was in memory alone is gone.
      const search = open(folder)
      expect((await ask(search, 'what')).total).toBe(0)
      const lacking = await search.reconcile('group', [
        ['a', '2.1.1'],
        ['b', '1.1.1'],
        ['c', '1.1.1'],
      ])
      expect(lacking).toEqual(['a', 'c'])
      expect(textsIn(await ask(search, 'what'))).toEqual(['what it says'])
      expect(textsIn(await ask(search, 'confidence'))).toEqual(['in confidence'])
      await search.close()
      await killed.close()
    })

    test('[SEA12] a damaged file is put away and told of, and what was in it is lacking; what stays out of sight is not thrown away', async () => {
      const folder = temporaryFolder()
      const search = open(folder)
      await search.reconcile('group', [])
      await search.put([meeting('a', { open: [passage('some words')] })])
      await search.flush()
      await search.close()
      const file = join(folder, 'group', 'open', readdirSync(join(folder, 'group', 'open'))[0] ?? '')
      const bytes = readFileSync(file)
      for (const at of [20, Math.floor(bytes.length / 3)]) {
        const spoilt = Buffer.from(bytes)
        spoilt[at] = (spoilt[at] ?? 0) ^ 1
        writeFileSync(file, spoilt)
        const damaged: string[] = []
        const again = open(folder, damaged)
        expect(await again.reconcile('group', [['a', '1.1.1']])).toEqual(['a'])
        await again.put([meeting('a', { open: [passage('some words')] })])
        expect((await ask(again, 'words')).total).toBe(1)
        await again.close()
        expect(damaged).toEqual([file])
      }
    })

    test('[SEA12] verify reads every passage and names the file that is damaged', async () => {
      const folder = temporaryFolder()
      const search = open(folder)
      await search.reconcile('group', [])
      await search.put([meeting('a', { open: [passage('some words')], closed: [passage('more words')] })])
      expect(await search.verify()).toEqual({ meetings: 1, passages: 3, damaged: [] })
      const file = join(folder, 'group', 'open', readdirSync(join(folder, 'group', 'open'))[0] ?? '')
      const bytes = readFileSync(file)
      bytes.fill(0, bytes.length - 30)
      writeFileSync(file, bytes)
      expect((await search.verify()).damaged).toEqual([file])
      await search.close()
    })

    test('[SEA28] it is told word for word whether a record is held as it is stored, in both halves', async () => {
      const folder = temporaryFolder()
      const search = open(folder)
      await search.reconcile('group', [])
      const shown = [passage('some words', { standing: 'agreed' })]
      const one = meeting('a', { open: shown, closed: [passage('more words')] })
      await search.put([one, meeting('b', { open: [passage('other words')] })])
      for (const flushed of [false, true]) {
        if (flushed) await search.flush()
        expect(await search.compare([one, meeting('b', { open: [passage('other words')] })])).toEqual([])
        const untrue: readonly IndexedMeeting[] = [
          meeting('a', { open: shown, closed: [] }),
          meeting('a', { open: shown, closed: [passage('more words', { lead: 'd:1' })] }),
          meeting('a', { open: [passage('some word')], closed: [passage('more words')] }),
          meeting('a', { open: [passage('some words', { standing: 'bracketed' })], closed: [passage('more words')] }),
          meeting('a', { seq: 2, open: shown, closed: [passage('more words')] }),
          meeting('c', { open: [passage('some words')] }),
        ]
        for (const record of untrue) expect(await search.compare([record])).toEqual([record.facts.meetingId])
      }
      await search.close()
    })

    test("[SEA13] an observer's answer is the answer of an index that never held what is closed", async () => {
      const secret = Array.from({ length: 30 }, (_, n) =>
        passage(`mine clearance secret${n}`, { standing: 'agreed', kind: 'Hidden' }),
      )
      const open1 = [passage('mine clearance', { standing: 'proposed' }), passage('other words')]
      const withSecrets = open(temporaryFolder())
      const without = open(temporaryFolder())
      for (const [search, closed] of [
        [withSecrets, secret],
        [without, []],
      ] as const) {
        await search.reconcile('group', [])
        await search.put([meeting('a', { open: open1, closed }), meeting('b', { open: open1 })])
      }
      const bare = async (search: Search, q: string) => {
        const found = await ask(search, q, { scopes: observing })
        return JSON.stringify(found, (key, value: unknown) => (key === 'hasClosed' ? undefined : value))
      }
      for (const q of [
        'mine',
        'secret',
        'secret1',
        'kind:hidden',
        'standing:agreed',
        '',
        'mine -secret0 ',
        '"clearance secret3"',
      ]) {
        expect(await bare(withSecrets, q)).toBe(await bare(without, q))
      }
      expect((await ask(withSecrets, 'secret')).total).toBe(30)
      await withSecrets.close()
      await without.close()
    })

    test('[SEA13] whoever may see one meeting is answered as if there were no other; another group gives nothing', async () => {
      const shared = open(temporaryFolder())
      const alone = open(temporaryFolder())
      for (const search of [shared, alone]) await search.reconcile('group', [])
      const own = meeting('own', { open: [passage('mine clearance', { kind: 'noted' })] })
      await shared.put([own, meeting('other', { open: [passage('mine ban'), passage('clearance of mines')] })])
      await alone.put([own])
      const scopes = [{ groupId: 'group', withClosed: true, onlyMeeting: 'own' }]
      for (const q of ['mine', 'ban', '', 'clearance mine ']) expectSame(await ask(shared, q, { scopes }), await ask(alone, q))
      const elsewhere = await ask(shared, 'mine', { scopes: [{ groupId: 'elsewhere', withClosed: true, onlyMeeting: null }] })
      expect(elsewhere).toMatchObject({ total: 0, records: 0, hits: [] })
      expect((await ask(shared, 'mine', { scopes: [] })).total).toBe(0)
      await shared.close()
      await alone.close()
    })

    test('[SEA14] how long an answer takes does not tell an observer that a word stands in what is closed', async () => {
      const search = open(temporaryFolder())
      await search.reconcile('group', [])
      const closed = Array.from({ length: 200 }, () => passage('nightingale nightingale nightingale'))
      const visible = Array.from({ length: 20 }, (_, n) => passage(`visible words ${n}`))
      for (let n = 0; n < 40; n += 1) await search.put([meeting(`m${n}`, { open: visible, closed })])
      const median = async (q: string) => {
        const times: number[] = []
        for (let n = 0; n < 60; n += 1) {
          const began = performance.now()
          await ask(search, q, { scopes: observing })
          times.push(performance.now() - began)
        }
        return times.sort((one, other) => one - other)[30] ?? 0
      }
      await median('warm')
      const [hidden, unknown] = [await median('nightingale'), await median('nightjarxyz')]
      expect(Math.abs(hidden - unknown)).toBeLessThan(5)
      await search.close()
    })

    test('[SEA15] what has just been closed is out of sight at once, until its present state has come', async () => {
      const search = open(temporaryFolder())
      await search.reconcile('group', [])
      await search.put([meeting('a', { seq: 1, open: [passage('soon closed'), passage('stays open')] })])
      search.hide('a', 2)
      expect((await ask(search, 'closed', { scopes: observing })).total).toBe(0)
      expect((await ask(search, 'closed')).total).toBe(1)
      // Read before it was closed, and late.
      await search.put([meeting('a', { seq: 1, open: [passage('soon closed')] })])
      expect((await ask(search, 'closed', { scopes: observing })).total).toBe(0)
      await search.put([meeting('a', { seq: 2, open: [passage('stays open')], closed: [passage('soon closed')] })])
      expect((await ask(search, 'closed', { scopes: observing })).total).toBe(0)
      expect((await ask(search, 'open', { scopes: observing })).total).toBe(1)
      await search.close()
    })

    test('[SEA16] pages come one after the other, each record once, best or newest first', async () => {
      const search = open(temporaryFolder())
      await search.reconcile('group', [])
      const list = Array.from({ length: 25 }, (_, n) => {
        const text = n % 3 === 0 ? 'mine' : 'mined and long forgotten'
        return meeting(`m${n}`, { date: `20${String(n).padStart(2, '0')}-01-01`, open: [passage(text)] })
      })
      await search.put(list)
      for (const sort of ['best', 'newest'] as const) {
        const seen: string[] = []
        for (let after: Awaited<ReturnType<typeof ask>>['next'] = null; ; ) {
          const page = await ask(search, 'mine', { sort, limit: 4, after })
          expect(page).toMatchObject({ total: 25, records: 25 })
          seen.push(...meetingsIn(page))
          after = page.next
          if (after === null) break
        }
        expect(new Set(seen).size).toBe(25)
        expect(seen[0]).toBe('m24')
        if (sort === 'newest') expect(seen).toEqual(list.map(({ facts }) => facts.meetingId).reverse())
        else expect(seen.slice(0, 9).every((id) => Number(id.slice(1)) % 3 === 0)).toBe(true)
      }
      await search.close()
    })

    test('[SEA17] facets count what each further choice would leave, and a filter that is set does not narrow its own', async () => {
      const search = open(temporaryFolder())
      await search.reconcile('group', [])
      const open1 = [
        passage('mine', { part: 'outcome', standing: 'agreed', kind: 'noted', parties: ['d:tha', 'd:can'] }),
        passage('mine', { part: 'outcome', standing: 'proposed', kind: 'agreed', parties: ['d:tha'] }),
        passage('mine', { part: 'action', status: 'open', parties: ['w:the Chair'], lead: 'w:the Chair' }),
      ]
      await search.put([
        meeting('a', { open: open1, date: '2002' }),
        meeting('b', { open: open1, phase: 'adopted', date: '2003-05' }),
      ])
      const all = await ask(search, 'mine')
      expect(all.facets.part).toEqual([
        { value: 'outcome', count: 4 },
        { value: 'action', count: 2 },
      ])
      expect(all.facets.year).toEqual([
        { value: '2003', count: 3 },
        { value: '2002', count: 3 },
      ])
      const agreed = await ask(search, 'mine standing:agreed')
      expect(agreed.total).toBe(2)
      expect(agreed.facets.standing).toEqual([
        { value: 'agreed', count: 2 },
        { value: 'proposed', count: 2 },
      ])
      expect(agreed.facets.kind).toEqual([{ value: 'noted', count: 2 }])
      expect(agreed.facets.delegation).toEqual([
        { value: 'd:can', count: 2 },
        { value: 'd:tha', count: 2 },
      ])
      for (const [q, total] of [
        ['mine phase:adopted', 3],
        ['mine -phase:adopted', 3],
        ['mine from:2003', 3],
        ['mine to:2002-06', 3],
        ['lead:"w:chair"', 2],
        ['kind:not', 2],
        ['status:open -kind:noted', 2],
        ['part:outcome -standing:agreed', 2],
      ] as const) {
        expect([q, (await ask(search, q)).total]).toEqual([q, total])
      }
      await search.close()
    })

    test("[SEA18] a word may stand in the meeting's title so long as another stands in the passage", async () => {
      const search = open(temporaryFolder())
      await search.reconcile('group', [])
      await search.put([
        meeting('a', { title: 'Meeting in Genève', open: [passage('ratification'), passage('other')] }),
        meeting('b', { title: 'Meeting in Bangkok', open: [passage('ratification')] }),
      ])
      expect(textsIn(await ask(search, 'ratification geneve '))).toEqual(['ratification'])
      expect(textsIn(await ask(search, 'geneve'))).toEqual(['Meeting in Genève'])
      await search.close()
    })
  })
}

function stampsOf(present: ReadonlyMap<string, IndexedMeeting>): readonly (readonly [string, string])[] {
  return [...present.values()].map(({ facts }) => [facts.meetingId, facts.stamp] as const)
}
