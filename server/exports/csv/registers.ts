import { type ItemView, type MeetingRecord, plainText } from '../../../shared/record/index.ts'
import { type Composing, composing } from '../document/Composing.ts'
import { isHidden } from '../document/printedPart.ts'
import type { Registered } from '../Registered.ts'
import { type Words, wordsFor } from '../words/wordsFor.ts'
import { csvText } from './csvText.ts'

/** The registers speak English throughout, so that a column can be sorted and filtered. */
const words: Words = wordsFor('en')

const meetingHead = ['Meeting', 'Date', 'Record', 'Fingerprint'] as const

function meetingCells({ record, context }: Composing): readonly string[] {
  const mark = words.say(`mark.${record.session.phase}`)
  return [record.head.title, record.head.startsAt ?? '', mark, context.fingerprint ?? '']
}

/** Every outcome of the group's meetings, a line each. */
export function outcomesCsv(meetings: readonly Registered[]): string {
  const head = [
    ...meetingHead,
    'Item',
    'Title of the item',
    'Outcome',
    'Actor',
    'Operative word',
    'Text',
    'Qualifications',
    'Standing',
  ]
  const rows = prepared(meetings).flatMap((at) =>
    at.record.outcomes.map((outcome) => {
      const qualifiers = outcome.qualifiers.map(({ kind, text }) =>
        [kind, plainText(text)].filter((part) => part !== '').join(' '),
      )
      return [
        ...meetingCells(at),
        ...itemCells(at.record, outcome.item),
        outcome.number ?? '',
        outcome.actor === null ? '' : at.nameOf(outcome.actor),
        outcome.kind,
        plainText(outcome.text),
        qualifiers.join(' / '),
        words.say(`standing.${outcome.standing ?? 'none'}`),
      ]
    }),
  )
  return csvText(head, rows)
}

/** Every action of the group's meetings, a line each. */
export function actionsCsv(meetings: readonly Registered[]): string {
  const head = [
    ...meetingHead,
    'Item',
    'Title of the item',
    'Outcome',
    'Action',
    'Task',
    'Lead',
    'Partners',
    'Due date',
    'Due by event',
  ]
  const rows = prepared(meetings).flatMap((at) =>
    at.record.actions.map((action) => {
      const { due } = action
      const outcome = at.record.outcomes.find(({ id }) => id === action.outcome)
      return [
        ...meetingCells(at),
        ...itemCells(at.record, action.item),
        outcome?.number ?? '',
        action.number ?? '',
        plainText(action.task),
        action.lead === null ? '' : at.nameOf(action.lead),
        action.partners.map(at.nameOf).join('; '),
        due !== null && 'date' in due ? due.date : '',
        due !== null && 'event' in due ? due.event : '',
        words.say(`basis.${action.basis}`),
        words.say(`status.${action.status}`),
      ]
    }),
  )
  return csvText([...head, 'Basis', 'Status'], rows)
}

/** Who took part in the group's meetings: a line for each delegation, and one for each stated count. */
export function attendanceCsv(meetings: readonly Registered[]): string {
  const head = [
    ...meetingHead,
    'Delegation',
    'Code',
    'Type',
    'Party status',
    'Membership',
    'Region',
    'Presence',
    'Delegates',
    'Number',
    'Note',
  ]
  const rows = prepared(meetings).flatMap((at) => {
    const { attending, attendance } = at.record.session
    return [
      ...attending.map((entry) => [
        ...meetingCells(at),
        entry.name,
        entry.code ?? '',
        words.say(`capacity.${entry.type}`),
        entry.partyStatus === null ? '' : words.say(`capacity.${entry.partyStatus}`),
        words.say(`membership.${entry.membership}`),
        entry.region ?? '',
        words.say(`presence.${entry.state}`),
        entry.delegates.map(({ name, function: office }) => (office === null ? name : `${name}, ${office}`)).join('; '),
        '',
        '',
      ]),
      ...attendance.map(({ delegationType, party, statedCount, note }) => {
        const name = party === null ? '' : at.nameOf(party)
        const type = words.say(`capacity.${delegationType}`)
        return [...meetingCells(at), name, '', type, '', '', '', '', '', statedCount ?? '', note ?? '']
      }),
    ]
  })
  return csvText(head, rows)
}

function prepared(meetings: readonly Registered[]): readonly Composing[] {
  return meetings.map(({ record, context }) => composing(record, context))
}

function itemCells(record: MeetingRecord, id: ItemView['id']): readonly string[] {
  const item = record.items.find((one) => one.id === id)
  if (item === undefined) return ['', '']
  return [item.number ?? '', isHidden(item) ? words.say('closedItem') : plainText(item.title)]
}
