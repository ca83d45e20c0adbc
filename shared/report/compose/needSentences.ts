import type { ActionView } from '../../record/index.ts'
import { type Composed, type Composer, type Held, stands, wordsOf } from './Composer.ts'
import { dateWords } from './dateWords.ts'
import { isReported } from './outcomeSentences.ts'
import { ended, unended } from './phrasing.ts'

/** Needs and follow-up: the actions that are still to be done, each with the basis on which it stands. */
export function needSentences(at: Composer): readonly Composed[] {
  return at.meetings.flatMap((held) =>
    held.record.actions
      .filter((action) => stands(held.record, action) && wordsOf(action.task) !== '')
      .map((action) => needSentence(at, held, action)),
  )
}

function needSentence(at: Composer, held: Held, action: ActionView): Composed {
  const { phrases, list, nameOf } = at
  const { attribution } = held.record.head
  const { basis, status } = action
  const task = wordsOf(action.task)
  const lead = nameOf(action.lead, attribution)
  const partners = action.partners.flatMap((partner) => nameOf(partner, attribution) ?? [])
  const due = dueWords(at, action)
  const sentences = [
    phrases.say('need', { basis: phrases.say(`basis.${basis}`), task }),
    ...(lead === null ? [] : [phrases.say('needLead', { lead: unended(lead) })]),
    ...(partners.length === 0 ? [] : [phrases.say('needWith', { partners: list(partners) })]),
    ...(due === null ? [] : [phrases.say('needBy', { due })]),
  ]
  return {
    part: 'needs',
    text: sentences.map(ended).join(' '),
    source: held.source('action', action.id, [basis, task, lead, partners, action.due, isToDo(status)]),
    reportable: isToDo(status) && held.isOpen(action.item) && !hangsInTheAir(held, action),
  }
}

function dueWords({ phrases }: Composer, { due }: ActionView): string | null {
  if (due === null) return null
  if ('event' in due) return unended(due.event)
  return dateWords(due.date, phrases.locale, null)?.words ?? due.date
}

function isToDo(status: ActionView['status']): boolean {
  return status === 'open' || status === 'inProgress'
}

/** What somebody read out of an outcome that is not reported would tell of that outcome. */
function hangsInTheAir(held: Held, { basis, outcome }: ActionView): boolean {
  if (basis !== 'implied' || outcome === null) return false
  const from = held.record.outcomes.find((one) => one.id === outcome)
  return from !== undefined && !isReported(held, from)
}
