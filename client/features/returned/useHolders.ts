import { useWords } from '../../words/index.ts'
import type { Copies, Difference } from './differences.ts'

export interface Holders {
  /** In whose copies it stands, for those who decide. */
  readonly holders: string
  /** What stands before a line that is taken in: whose copy it comes from, as the attribution lets it be said. */
  readonly from: string
}

/** Whose copies say something, as far as the attribution of the meeting lets it be said. */
export function useHolders(difference: Difference, copies: Copies['copies']): Holders {
  const { t, locale } = useWords('returned')
  const { t: common } = useWords()
  const own = copies.filter((copy) => difference.copies.includes(copy.copyId))
  const nameOf = ({ author }: Copies['copies'][number]) =>
    author.name ?? (author.delegationType === null ? null : common(`type.${author.delegationType}`))
  const names = [...new Set(own.flatMap((copy) => nameOf(copy) ?? []))]
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const holders = difference.what === 'missing' ? 'lackedBy' : 'heldBy'
  return {
    holders: names.length === 0 ? t(`${holders}Unnamed`, { count: own.length }) : t(holders, { names: list.format(names) }),
    from: names[0] === undefined ? t('fromUnnamed') : t('from', { name: names[0] }),
  }
}
