import { useWords } from '../../words/index.ts'
import type { TickFacet } from './recordsQuery.ts'

const parts = ['outcome', 'note', 'action', 'title', 'target'] as const
const standings = ['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred', 'none'] as const
const phases = ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'] as const

/** The words for a facet's value in the language of the page; operative words stay as the records have them. */
export function useFacetWords(): (facet: TickFacet, value: string, label: string) => string {
  const { t } = useWords('archive')
  const common = useWords()
  return (facet, value, label) => {
    switch (facet) {
      case 'part': {
        const part = parts.find((one) => one === value)
        return part === undefined ? label : t(`part.${part}`)
      }
      case 'standing': {
        const standing = standings.find((one) => one === value)
        return standing === undefined ? t('standing.none') : t(`standing.${standing}`)
      }
      case 'phase': {
        const phase = phases.find((one) => one === value)
        return phase === undefined ? label : common.t(`phase.${phase}`)
      }
      case 'year':
        return /^\d{4}$/.test(value) ? value : t('yearUnknown')
      default:
        return label.slice(0, 1).toLocaleUpperCase() + label.slice(1)
    }
  }
}
