import { type Part, partText } from '../../../shared/record/index.ts'
import { useWords } from '../../words/index.ts'

/** A part as it is cited: "Paragraph 7", "Action A3", "Title of item 4". */
export function usePartName(): (part: Pick<Part, 'key' | 'number'>) => string {
  const { t } = useWords('review')
  return ({ key, number }) => {
    if (number === null) return t('part.none')
    if (key.startsWith('action:')) return t('part.action', { number })
    return key.startsWith('item:') ? t('part.item', { number }) : t('part.paragraph', { number })
  }
}

/** The first words of a part, for lists of parts. */
export function beginningOf(part: Part): string {
  const letters = [...partText(part).replace(/\s+/g, ' ').trim()]
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('')
}
