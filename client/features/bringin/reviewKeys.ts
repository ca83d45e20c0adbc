/** One thing that a key does while finds are looked through. The list of keys is made from this table, too. */
export interface ReviewKey {
  readonly word: 'next' | 'previous' | 'take' | 'refuse' | 'change' | 'takeMarked' | 'whole' | 'finish' | 'help'
  /** As on the cap; never translated. */
  readonly cap: string
  readonly key: string
}

export const reviewKeys: readonly ReviewKey[] = [
  { word: 'next', cap: 'J', key: 'j' },
  { word: 'previous', cap: 'K', key: 'k' },
  { word: 'take', cap: 'Y', key: 'y' },
  { word: 'refuse', cap: 'N', key: 'n' },
  { word: 'change', cap: 'E', key: 'e' },
  { word: 'takeMarked', cap: 'M', key: 'm' },
  { word: 'whole', cap: 'W', key: 'w' },
  { word: 'finish', cap: 'D', key: 'd' },
  { word: 'help', cap: '?', key: '?' },
]
