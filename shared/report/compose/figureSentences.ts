import type { TargetView } from '../../record/index.ts'
import { type Composed, type Composer, type Held, stands, wordsOf } from './Composer.ts'
import { isReported } from './outcomeSentences.ts'
import { atStart, ended, unended } from './phrasing.ts'

/** Figures and targets, each with whose view it is. One that hangs on an outcome is reported with it or not at all. */
export function figureSentences(at: Composer): readonly Composed[] {
  return at.meetings.flatMap((held) =>
    held.record.targets
      .filter((target) => stands(held.record, target) && wordsOf(target.what) !== '')
      .map((target) => figureSentence(at, held, target)),
  )
}

function figureSentence({ phrases: { say } }: Composer, held: Held, target: TargetView): Composed {
  const { figure, atLeast, event, whose } = target
  const words = unended(wordsOf(target.what))
  const count = say(atLeast ? 'figureAtLeast' : 'figure', { figure, what: words })
  const by =
    event === null || event === ''
      ? count
      : say(needsArticle(event) ? 'figureByThe' : 'figureBy', { what: count, event: unended(event) })
  const text = whose === null || whose === '' ? say('figureWhoseUnknown', { what: by }) : say('figureWhose', { what: by, whose })
  const outcome = held.record.outcomes.find((one) => one.id === target.outcome)
  return {
    part: 'figures',
    text: ended(atStart(text)),
    source: held.source('target', target.id, [figure, atLeast, words, event, whose]),
    reportable: held.isOpen(target.item) && (outcome === undefined || isReported(held, outcome)),
  }
}

/** "by the 2004 Review Conference": a meeting of a body takes an article, unless it brings one. */
function needsArticle(event: string): boolean {
  return !/^(the|a|an)\s/i.test(event) && /(conference|meeting|assembly|session|congress|summit|parties)$/i.test(event.trim())
}
