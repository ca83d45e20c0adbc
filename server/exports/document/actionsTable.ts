import type { ActionView } from '../../../shared/record/index.ts'
import type { Composing } from './Composing.ts'
import { oneLine } from './cleanText.ts'
import { dateInWords } from './dates.ts'
import { figureWords } from './outcomeText.ts'
import type { PrintBlock, PrintText } from './PrintDocument.ts'
import { aside, joined, lineRuns, plain } from './runs.ts'

/** The actions: what, who with whom, until when, on which basis, how far. Nothing is supplied that is not stated. */
export function actionsTable(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  if (at.record.actions.length === 0) return []
  return [
    { kind: 'heading', level: 1, number: null, text: plain(say('actions')) },
    {
      kind: 'table',
      caption: say('caption.actions'),
      head: [say('actionNumber'), say('actionTask'), say('actionLead'), say('actionDue'), say('actionStatus')],
      widths: [8, 44, 22, 14, 12],
      figures: [],
      rows: at.record.actions.map((action) => [
        plain(action.number ?? ''),
        joined([lineRuns(action.task), aside(`${say('basis')}${say('colon')} ${say(`basis.${action.basis}`)}`)], '\n'),
        leadWords(at, action),
        dueWords(at, action),
        plain(say(`status.${action.status}`)),
      ]),
    },
  ]
}

function leadWords(at: Composing, { lead, partners }: ActionView): PrintText {
  const names = at.listOf(partners.map(at.nameOf))
  return joined(
    [
      lead === null ? aside(at.words.say('stated')) : plain(at.nameOf(lead)),
      partners.length === 0 ? [] : aside(at.words.say('with', { names })),
    ],
    '\n',
  )
}

/** Until when: a date as exact as it was stated, an event, or that neither is stated. */
export function dueWords(at: Composing, { due }: ActionView): PrintText {
  if (due === null) return aside(at.words.say('stated'))
  if ('event' in due) return plain(oneLine(due.event))
  return plain(dateInWords(due.date, at.words.locale, null) ?? oneLine(due.date))
}

/** The targets as a list of their own, each with the outcome it stands under. */
export function targetsTable(at: Composing): readonly PrintBlock[] {
  const { say } = at.words
  const { targets, outcomes } = at.record
  if (targets.length === 0) return []
  const numbers = new Map(outcomes.map(({ id, number }) => [id, number]))
  return [
    { kind: 'heading', level: 1, number: null, text: plain(say('targets')) },
    {
      kind: 'table',
      caption: say('caption.targets'),
      head: [say('targetNumber'), say('targetWhat'), say('targetBy'), say('targetWhose')],
      widths: [12, 40, 24, 24],
      figures: [],
      rows: targets.map((target) => [
        plain((target.outcome === null ? null : numbers.get(target.outcome)) ?? ''),
        joined([plain(figureWords(at, target)), lineRuns(target.what)], ' '),
        target.event === null ? aside(say('stated')) : plain(oneLine(target.event)),
        target.whose === null ? aside(say('stated')) : plain(oneLine(target.whose)),
      ]),
    },
  ]
}
