import type { Words } from '../../words/index.ts'

/** What a row's menu is called: its place and its speaker. */
export type RowLabel = (place: number, name: string) => string

// Nothing that a keyboard writes, so in no sentence.
const placeHere = '\ue000'
const nameHere = '\ue001'

/** The labels of all rows out of one sentence, which is looked up once: each call gives all who wait another place. */
export function rowLabels(t: Words<'floor'>['t']): RowLabel {
  const pieces = t('rowMenu', { place: placeHere, name: nameHere }).split(/([\ue000\ue001])/)
  return (place, name) => pieces.map((piece) => (piece === placeHere ? place : piece === nameHere ? name : piece)).join('')
}
