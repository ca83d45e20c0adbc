import { useCallback } from 'react'
import type { Movement } from '../../../shared/record/index.ts'
import { useSession } from '../../store/index.ts'
import { hourOf, useWords } from '../../words/index.ts'
import { useItemNumbers } from './useItemNumbers.ts'

/** A coming or going in words: under which item, and at what hour of the place. The same function as long as nothing changed. */
export function useMovementWords(): (movement: Movement) => string {
  const { t, locale } = useWords('attendance')
  const numbers = useItemNumbers()
  const timeZone = useSession((session) => session.head.timeZone)
  const history = useSession((session) => session.history)
  return useCallback(
    ({ kind, item, at }: Movement) => {
      const number = numbers.of(item)
      const time = hourOf(at, { locale, timeZone, sittings: (history ?? []).map((change) => change.at) })
      return number === null ? t(`moved.${kind}Between`, { time }) : t(`moved.${kind}`, { number, time })
    },
    [t, locale, numbers, timeZone, history],
  )
}
