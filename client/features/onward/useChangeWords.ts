import type { ChangeAnswer } from '../../../shared/protocol/index.ts'
import { useWords } from '../../words/index.ts'

/** What changed, as a sentence without its object. */
export function useChangeWords(): (change: ChangeAnswer) => string {
  const { t } = useWords('onward')
  return ({ kind, number: cited, phase, standing, status, how }) => {
    const number = cited ?? ''
    switch (kind) {
      case 'planned':
        return t('change.planned')
      case 'phase':
        return t(`change.phase.${phase ?? 'planned'}`)
      case 'standing':
        return t(`change.standing.${standing ?? 'proposed'}`, { number })
      case 'reviewed':
      case 'progress':
        return t(`change.status.${status ?? 'none'}`, { number })
      case 'superseded':
        return t('change.superseded', { number })
      case 'implemented':
        return t('change.implemented', { number })
      case 'proposed':
        return t('change.proposed')
      case 'settled':
        return t(`change.how.${how ?? 'withdrawn'}`)
    }
  }
}
