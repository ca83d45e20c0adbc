import { useWords } from '../../words/index.ts'
import { minutesOver } from './usedMinutes.ts'

/** "3 minutes over", or null when nothing is. */
export function useOverWords(): (usedMs: number, plannedMs: number | null) => string | null {
  const { t } = useWords('live')
  return (usedMs, plannedMs) => {
    const over = minutesOver(usedMs, plannedMs)
    if (over === null) return null
    return over === 0 ? t('justOver') : t('minutesOver', { count: over })
  }
}
