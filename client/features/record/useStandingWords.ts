import type { Fixing, MeetingRecord, Standing } from '../../../shared/record/index.ts'
import { useWords } from '../../words/index.ts'
import { useActorName } from './useActorName.ts'
import { useHours } from './useHours.ts'

interface Fixed {
  readonly standing: Standing | null
  readonly fixing: Fixing | null
}

/** An outcome's standing, with when it was settled and by whom as far as that was kept. */
export function useStandingWords(record: MeetingRecord): (outcome: Fixed) => string {
  const { t } = useWords('record')
  const hourOf = useHours(record)
  const actorOf = useActorName()
  return ({ standing, fixing }) => {
    const words = t(`standing.${standing ?? 'none'}`)
    // A change that was overtaken (a standing brought in later) says nothing about the one that holds.
    if (fixing === null || fixing.standing !== standing) return words
    const name = actorOf(fixing.actor)
    const facts = { standing: words, time: hourOf(fixing.at) }
    return name === null ? t('fixedAt', facts) : t('fixedBy', { ...facts, name })
  }
}
