import { type ItemView, type MeetingRecord, plainText } from '../../../shared/record/index.ts'
import { type Composing, composing } from '../document/Composing.ts'
import { isHidden } from '../document/printedPart.ts'
import type { Registered } from '../Registered.ts'
import { type Words, wordsFor } from '../words/wordsFor.ts'
import { csvText } from './csvText.ts'
import type { ActionLater, Later, OutcomeLater } from './Later.ts'

/** The registers speak English throughout, so that a column can be sorted and filtered. */
const words: Words = wordsFor('en')

const meetingHead = ['Meeting', 'Date', 'Record', 'Fingerprint'] as const

function meetingCells({ record, context }: Composing): readonly string[] {
  const mark = words.say(`mark.${record.session.phase}`)
  return [record.head.title, record.head.startsAt ?? '', mark, context.fingerprint ?? '']
}

const outcomeLaterHead = ['Paragraph', 'State now', 'Superseded by', 'Superseded on', 'Implemented on', 'Later note'] as const

/** Outcomes of the group's meetings, a line each, with what later facts say of them. */
export function outcomesCsv(meetings: readonly Registered[], later: Later | null = null): string {
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
    ...outcomeLaterHead,
  ]
  const rows = prepared(meetings).flatMap((at) =>
    at.record.outcomes.flatMap((outcome) => {
      const now = later === null ? null : own(later.outcomes, outcome.id)
      if (now === undefined) return []
      const qualifiers = outcome.qualifiers.map(({ kind, text }) =>
        [kind, plainText(text)].filter((part) => part !== '').join(' '),
      )
      return [
        [
          ...meetingCells(at),
          ...itemCells(at.record, outcome.item),
          outcome.number ?? '',
          outcome.actor === null ? '' : at.nameOf(outcome.actor),
          outcome.kind,
          plainText(outcome.text),
          qualifiers.join(' / '),
          words.say(`standing.${outcome.standing ?? 'none'}`),
          ...outcomeLaterCells(now),
        ],
      ]
    }),
  )
  return csvText(head, rows)
}

function outcomeLaterCells(later: OutcomeLater | null): readonly string[] {
  if (later === null) return outcomeLaterHead.map(() => '')
  const { paragraph, state, supersededBy, supersededOn, implementedOn, note } = later
  return [paragraph, words.say(`state.${state}`), supersededBy, supersededOn, implementedOn, note]
}

const actionLaterHead = ['Status now', 'Overdue', 'Last progress', 'Said by', 'Said on'] as const

/** Actions of the group's meetings, a line each, with how far they have come since. */
export function actionsCsv(meetings: readonly Registered[], later: Later | null = null): string {
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
    at.record.actions.flatMap((action) => {
      const now = later === null ? null : own(later.actions, action.id)
      if (now === undefined) return []
      const { due } = action
      const outcome = at.record.outcomes.find(({ id }) => id === action.outcome)
      return [
        [
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
          ...actionLaterCells(now),
        ],
      ]
    }),
  )
  return csvText([...head, 'Basis', 'Status', ...actionLaterHead], rows)
}

function actionLaterCells(later: ActionLater | null): readonly string[] {
  if (later === null) return actionLaterHead.map(() => '')
  const { status, overdue, lastNote, lastBy, lastOn } = later
  return [words.say(`status.${status}`), overdue ? words.say('overdue') : '', lastNote, lastBy, lastOn]
}

function own<T>(map: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(map, id) ? map[id] : undefined
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
