import type { OutcomeView, Standing } from '../../record/index.ts'
import { type Composed, type Composer, type Held, stands, wordsOf } from './Composer.ts'
import { atStart, beginsAnew, ended, within } from './phrasing.ts'

/** What may stand in a report: what was agreed, the Coordinator's view as such, and what a source tells without its standing. */
const reported: ReadonlySet<Standing | null> = new Set<Standing | null>(['agreed', 'coordinatorView', null])

/** The outcomes in the order of meetings and agenda. One that may not be reported comes along unreportable. */
export function outcomeSentences(at: Composer): readonly Composed[] {
  return at.meetings.flatMap((held) =>
    held.record.outcomes
      .filter((outcome) => stands(held.record, outcome) && wordsOf(outcome.text) !== '')
      .map((outcome) => outcomeSentence(at, held, outcome)),
  )
}

/** Whether the outcome is one that a report tells. */
export function isReported(held: Held, outcome: OutcomeView): boolean {
  return reported.has(outcome.standing) && held.isOpen(outcome.item)
}

function outcomeSentence(at: Composer, held: Held, outcome: OutcomeView): Composed {
  const actor = at.nameOf(outcome.actor, held.record.head.attribution)
  const verb = outcome.kind.trim()
  const words = wordsOf(outcome.text)
  const { standing } = outcome
  const qualifiers = outcome.qualifiers
    .map(({ kind, text }) => ({ kind: kind.trim(), words: wordsOf(text) }))
    .filter((qualifier) => qualifier.words !== '')
  const sentences = [
    standing === 'coordinatorView' ? view(at, verb, words) : acted(at, actor, verb, words),
    ...qualifiers.map((qualifier) => unacted(at, qualifier.kind, qualifier.words)),
    ...(standing === null ? [at.phrases.say('standingNotStated')] : []),
  ]
  return {
    part: 'outcomes',
    text: sentences.map(ended).join(' '),
    source: held.source('outcome', outcome.id, [standing, actor, verb, words, qualifiers]),
    reportable: isReported(held, outcome),
  }
}

/** Never as the group's own: it is printed as the view that it is. */
function view({ phrases }: Composer, verb: string, words: string): string {
  return verb === ''
    ? phrases.say('view', { text: within(words, phrases) })
    : phrases.say('viewVerb', { verb, text: within(words, phrases) })
}

function acted(at: Composer, actor: string | null, verb: string, words: string): string {
  const { say } = at.phrases
  if (actor === null) return unacted(at, verb, words)
  const subject = atStart(withArticle(at, actor))
  if (verb === '') return say('labelled', { label: subject, text: words })
  return say(beginsAnew(words) ? 'actedColon' : 'acted', { actor: subject, verb, text: words })
}

/** Without an actor none is supplied. */
function unacted({ phrases }: Composer, verb: string, words: string): string {
  if (verb === '') return words
  const passive = phrases.passive(verb)
  if (passive === null) return phrases.say('labelled', { label: atStart(verb), text: words })
  return phrases.say(beginsAnew(words) ? 'passiveColon' : 'passive', { verb: passive, text: words })
}

/** "Contact Group" of the Universalization Contact Group, and its Coordinator, take an article; names do not. */
function withArticle({ group, phrases }: Composer, actor: string): string {
  const own = actor.trim().toLowerCase()
  const isGroup = own !== '' && ` ${group.name.toLowerCase()}`.endsWith(` ${own}`)
  return isGroup || own === 'coordinator' ? phrases.say('definite', { noun: actor.trim() }) : actor.trim()
}
