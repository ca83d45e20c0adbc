import { expect, test } from 'vitest'
import { newStart, startBody } from '../../../client/features/onward/startDraft.ts'
import { templateItems } from '../../../client/features/onward/templateItems.ts'
import type { OpenAnswer } from '../../../shared/protocol/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { id } from '../../shared/record/world.ts'
import { views } from '../../shared/session/room.ts'

const from = (meetingId: string) => ({ meetingId, meetingTitle: meetingId, meetingDate: null, closed: false, address: '/' })
const item = (meetingId: string, name: string): OpenAnswer['items'][number] => {
  return { ...from(meetingId), item: name, number: '1', title: name, why: 'putOff', under: null, purpose: null, minutes: null }
}
const action = (meetingId: string, name: string): OpenAnswer['actions'][number] => {
  return { ...from(meetingId), action: name, number: 'A1', task: name, lead: null, due: null, status: 'open', overdue: false }
}
const proposal = (name: string): OpenAnswer['proposals'][number] => {
  const by = { name: null, delegation: null }
  return { proposal: name, title: name, purpose: null, minutes: null, why: 'x', at: '', by, settled: null, mayWithdraw: false }
}
const open: OpenAnswer = {
  items: [item('may', 'i1'), item('june', 'i2')],
  actions: [action('may', 'a1')],
  targets: [],
  proposals: [proposal('p1'), proposal('p2')],
  templates: [],
  meetings: [],
  usual: null,
}

test('[ONW41] the form of a new meeting has all that is open chosen and no proposal but the one asked for, and sends exactly what was seen', () => {
  const start = newStart(open, 'p2')
  expect(startBody(open, start)).toEqual({
    from: 'open',
    items: [
      { meeting: 'may', item: 'i1' },
      { meeting: 'june', item: 'i2' },
    ],
    actions: [{ meeting: 'may', action: 'a1' }],
    targets: [],
    proposals: ['p2'],
  })
  expect(startBody(open, { ...start, proposals: new Set(), leftOut: new Set(['may/i1']) })).toMatchObject({
    items: [{ item: 'i2' }],
  })
  expect(startBody(open, { ...start, from: 'june', template: 't' })).toMatchObject({
    from: 'june',
    items: [{ item: 'i2' }],
    actions: [],
    template: 't',
  })
  const empty = newStart({ ...open, items: [], actions: [] }, null)
  expect(startBody({ ...open, items: [], actions: [] }, empty)).toEqual({})
})

test('[ONW42] a template keeps titles, purposes and minutes with their parts; neither the review nor what has no title', () => {
  const titled = (view: ItemView, place: number): ItemView => {
    return { ...view, title: place === 0 ? [] : [{ kind: 'paragraph', runs: [{ text: `Item ${place}` }] }] }
  }
  const items = views.map(titled)
  const kept = templateItems({ items, session: { reviewing: null } as never })
  expect(kept.map(({ title, minutes, children }) => [title, minutes, children.map((one) => one.title)])).toEqual([
    ['Item 1', 15, ['Item 2', 'Item 3']],
    ['Item 4', 20, []],
  ])
  const reviewing = { item: items[4]?.id ?? id(1), actions: [] }
  expect(templateItems({ items, session: { reviewing } as never })).toHaveLength(1)
})
