import type { Millis } from '../../../shared/base/index.ts'
import { useByServerNow } from '../../store/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import { timeLeft } from './moment.ts'

/** "1 day and 6 hours" until then, by the server's hour; null once it is over. Drawn again only when the words change. */
export function useTimeLeft(until: Millis | null): string | null {
  const { t, locale } = useWords('review')
  return useByServerNow((now) => {
    if (until === null || now >= until) return null
    const { days, hours, minutes } = timeLeft(until - now)
    const words = [
      ...(days > 0 ? [t('left.days', { count: days })] : []),
      ...(hours > 0 ? [t('left.hours', { count: hours })] : []),
      ...(minutes > 0 ? [t('left.minutes', { count: minutes })] : []),
    ]
    return words.length === 0 ? t('left.soon') : formatList(words, locale)
  })
}
