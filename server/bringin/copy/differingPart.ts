import { never } from '../../../shared/base/index.ts'
import { canonicalJson, type Part, type PartyName, plainText, type RichText } from '../../../shared/record/index.ts'

/**
 * The first part of which the second list says something else, as people cite it; null when both say the same in the same order. Numbers
 * and the keys of notes are no words, and what an addendum added never was a part of the agenda.
 */
export function differingPart(
  parts: readonly Part[],
  others: readonly Part[],
  { names }: { readonly names: boolean },
): string | null {
  const [one, other] = [parts.filter(isOfAgenda), others.filter(isOfAgenda)]
  const at = one.findIndex((part, index) => {
    const beside = other[index]
    return beside === undefined || said(part, names) !== said(beside, names)
  })
  const part = at === -1 ? other[one.length] : one[at]
  return part === undefined ? null : cited(part)
}

function isOfAgenda({ key, item }: Part): boolean {
  return !key.startsWith('addendum:') && !key.startsWith('item:addendum:') && item?.startsWith('addendum:') !== true
}

function cited({ kind, number }: Part): string {
  return number === null ? `the part "${kind}"` : kind === 'item' ? `item ${number}` : `paragraph ${number}`
}

function said(part: Part, names: boolean): string {
  try {
    return canonicalJson(bare(part, names))
  } catch {
    // Half a letter.
    return ''
  }
}

/** A part without its number and, for notes, without its key; parties by their names alone, or without them. */
function bare(part: Part, names: boolean): unknown {
  const party = (one: PartyName | null) => (one === null ? null : names ? one.name : '')
  const same = { ...part, number: null }
  switch (part.kind) {
    case 'note':
      return { ...same, key: null }
    case 'item':
      return { ...same, title: words(part.title), lead: party(part.lead) }
    case 'review':
      return { ...same, label: null, lead: party(part.lead) }
    case 'outcome':
      return { ...same, label: null, text: words(part.text), actor: party(part.actor) }
    case 'action':
      return { ...same, task: words(part.task), lead: party(part.lead), partners: part.partners.map(party).sort() }
    case 'attendance':
      return { ...same, lines: part.lines.map((line) => ({ ...line, party: party(line.party) })) }
    case 'speakers':
      return { ...same, turns: part.turns.map((turn) => ({ ...turn, speaker: party(turn.speaker) })) }
    case 'qualifier':
      return { ...same, text: words(part.text) }
    case 'target':
      return { ...same, what: words(part.what) }
    default:
      return never(part)
  }
}

/** A line as a document keeps it: plain words without breaks of their own, which a corrigendum may have on paper. */
function words(text: RichText): string {
  return plainText(text).replace(/\s*[\r\n]+\s*/g, ' ')
}
