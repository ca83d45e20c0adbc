import type { Words } from '../../words/index.ts'

/** What a row's menu is called: its place and its speaker. */
export type RowLabel = (place: number, name: string) => string

// Not in any name: nothing that a keyboard writes.
const placeHere = '\ue000'
const nameHere = '\ue001'

/** The labels of all rows out of one sentence, which is looked up once: each call gives all who wait another place. */
export function rowLabels(t: Words<'floor'>['t']): RowLabel {
  const [before = '', ...rest] = t('rowMenu', { place: placeHere, name: nameHere }).split(/(?=[\ue000\ue001])/)
  return (place, name) => before + rest.map((part) => (part[0] === placeHere ? place : name) + part.slice(1)).join('')
}
