import { readOrigin } from '../../../shared/record/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface OriginWordsProps {
  /** An item's `carriedOverFrom`. */
  readonly from: string
}

/** From where an item was carried over; where that is known exactly, it leads there. */
export function OriginWords({ from }: OriginWordsProps) {
  const { t } = useWords('live')
  const { meeting, item, words } = readOrigin(from)
  const said = <span dir="auto">{t('carriedOver', { from: words })}</span>
  return meeting === null || item === null ? said : <TextLink href={`/m/${meeting}/record#${item}`}>{said}</TextLink>
}
