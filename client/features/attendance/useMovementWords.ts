import type { Millis } from '../../../shared/base/index.ts'
import type { Movement } from '../../../shared/record/index.ts'
import { useSession } from '../../store/index.ts'
import { hourOf, useWords } from '../../words/index.ts'
import { useItemNumbers } from './useItemNumbers.ts'

/** A coming or going in words: under which item, and at what hour of the place. */
export function useMovementWords(): (movement: Movement) => string {
  const { t, locale } = useWords('attendance')
  const numbers = useItemNumbers()
  const timeZone = useSession((session) => session.head.timeZone)
  const history = useSession((session) => session.history)
  const sittings: readonly Millis[] = (history ?? []).map(({ at }) => at)
  return ({ kind, item, at }) => {
    const number = numbers.of(item)
    const time = hourOf(at, { locale, timeZone, sittings })
    return number === null ? t(`moved.${kind}Between`, { time }) : t(`moved.${kind}`, { number, time })
  }
}
