/**
 * The regional groups of the United Nations, as a group's delegations name theirs unless the convention divides the
 * world in another way (then the words are free). Pages translate these five and show any other as it was written.
 */
export const unRegionalGroups = [
  'African States',
  'Asia-Pacific States',
  'Eastern European States',
  'Latin American and Caribbean States',
  'Western European and other States',
] as const

export type UnRegionalGroup = (typeof unRegionalGroups)[number]
