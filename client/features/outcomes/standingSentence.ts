import type { Millis } from '../../../shared/base/index.ts'
import type { OutcomeView, PhaseChange } from '../../../shared/record/index.ts'
import { hourOf, type Words } from '../../words/index.ts'

interface Around {
  readonly t: Words<'live'>['t']
  readonly locale: string
  readonly timeZone: string | null
  readonly history: readonly PhaseChange[]
}

/** How firm an outcome is, in words: "Agreed in the room, 14:03", and by whom where the meeting's rule let it be kept. */
export function standingSentence({ standing, fixing }: Pick<OutcomeView, 'standing' | 'fixing'>, around: Around): string {
  const { t, locale, timeZone, history } = around
  const words = t(`standing.${standing ?? 'none'}`)
  if (fixing === null || standing === null || fixing.standing !== standing) return words
  const when = hourOf(fixing.at, { locale, timeZone, sittings: history.map((change) => change.at) })
  const isOfRoom = standing === 'agreed' && wasInRoom(history, fixing.at)
  const fixed = isOfRoom ? t('fixed.inRoom', { when }) : t('fixed.at', { standing: words, when })
  return fixing.actor.name === null ? fixed : t('fixed.by', { fixed, name: fixing.actor.name })
}

/** Whether the meeting sat at that moment; what is settled in the draft is not settled in the room. */
function wasInRoom(history: readonly PhaseChange[], at: Millis): boolean {
  const phase = history.findLast((change) => change.at <= at)?.phase
  return phase === 'inSession' || phase === 'suspended'
}
