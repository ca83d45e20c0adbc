import type { OutcomeView, QualifierView, TargetView } from '../../../shared/record/index.ts'
import type { Composing } from './Composing.ts'
import { oneLine } from './cleanText.ts'
import type { PrintText } from './PrintDocument.ts'
import { aside, joined, lineRuns, plain } from './runs.ts'

/** An outcome in full: whose, its verb, its words, its number and how firm it is. An empty actor stays empty (GLOSSARY). */
export function outcomeText(at: Composing, outcome: OutcomeView): PrintText {
  const number = outcome.number === null ? '' : at.words.say('outcome', { number: outcome.number })
  const standing = [number, standingWords(at, outcome), verbMissing(at, outcome)].filter((part) => part !== '')
  return joined([...outcomeWords(at, outcome), aside(`(${standing.join(at.words.say('comma'))})`)], ' ')
}

/** The outcome's own words, with actor and verb. The view of the Coordinator is introduced as that and never as the group's. */
export function outcomeWords(at: Composing, outcome: OutcomeView): readonly PrintText[] {
  const verb: PrintText = outcome.kind === '' ? [] : [{ text: oneLine(outcome.kind), verb: true }]
  const isView = outcome.standing === 'coordinatorView'
  const opening = isView
    ? [{ text: at.words.say('viewOf'), verb: true } as const]
    : outcome.actor
      ? [{ text: at.nameOf(outcome.actor), actor: true } as const]
      : []
  return [opening, verb, lineRuns(outcome.text)]
}

/** The standing in words, with the hour at which it was agreed. */
export function standingWords(at: Composing, { standing, fixing }: OutcomeView): string {
  const words = at.words.say(`standing.${standing ?? 'none'}`)
  return standing === 'agreed' && fixing !== null ? at.words.say('fixedAt', { standing: words, time: at.hour(fixing.at) }) : words
}

function verbMissing(at: Composing, { kind, standing }: OutcomeView): string {
  return kind === '' && standing !== 'coordinatorView' ? at.words.say('verbMissing') : ''
}

/** A qualification of an outcome. */
export function qualifierText(at: Composing, outcome: OutcomeView, qualifier: QualifierView): PrintText {
  const verb: PrintText = qualifier.kind === '' ? [] : [{ text: oneLine(qualifier.kind), verb: true }]
  const number = outcome.number === null ? [] : [at.words.say('outcome', { number: outcome.number })]
  const whose = [at.words.say('qualifier'), ...number].join(at.words.say('comma'))
  return joined([verb, lineRuns(qualifier.text), aside(`(${whose})`)], ' ')
}

/** A target: how many of what, by which event, and whose target it is. */
export function targetText(at: Composing, target: TargetView): PrintText {
  const { say } = at.words
  const by = target.event === null ? [] : plain(say('by', { event: oneLine(target.event) }))
  const whose = target.whose === null ? say('whoseUnknown') : say('whose', { whose: oneLine(target.whose) })
  return joined([plain(figureWords(at, target)), lineRuns(target.what), by, aside(`(${whose})`)], ' ')
}

/** "at least 145". */
export function figureWords(at: Composing, { figure, atLeast }: TargetView): string {
  return atLeast ? at.words.say('atLeast', { figure }) : String(figure)
}
