import { type UnRegionalGroup, unRegionalGroups } from '../../shared/record/index.ts'

export interface Regions {
  /** The regional groups everybody has, in the language of the page. */
  readonly names: readonly string[]
  /** A kept region as it is shown: translated where it is one of those, else as it was written. */
  readonly show: (region: string) => string
  /** What was written, as it is kept: one of those under its one name in every language; null for nothing. */
  readonly read: (words: string) => string | null
}

/** Regional groups between a page's language and the record; `nameOf` is the page's word for one that everybody has. */
export function regionsIn(nameOf: (region: UnRegionalGroup) => string): Regions {
  const known = unRegionalGroups.map((region) => ({ region, name: nameOf(region) }))
  return {
    names: known.map(({ name }) => name),
    show: (region) => known.find((one) => one.region === region)?.name ?? region,
    read: (words) => {
      const written = words.trim()
      if (written === '') return null
      const folded = written.toLocaleLowerCase()
      const same = known.find(({ region, name }) => [region, name].some((one) => one.toLocaleLowerCase() === folded))
      return same?.region ?? written
    },
  }
}
