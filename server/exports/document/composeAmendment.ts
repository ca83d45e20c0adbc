import { compareWords } from '../../../shared/record/index.ts'
import type { Correction } from '../../../shared/session/index.ts'
import type { Amendment } from '../Amendment.ts'
import type { Registered } from '../Registered.ts'
import { type Composing, composing } from './Composing.ts'
import { cleanText, oneLine } from './cleanText.ts'
import { composeHead } from './composeHead.ts'
import { momentInWords } from './dates.ts'
import { remark } from './itemBlocks.ts'
import type { Fact, PrintBlock, PrintDocument, PrintText } from './PrintDocument.ts'
import { aside, plain } from './runs.ts'

/** A corrigendum or addendum as a document of its own: under the symbol of its record, with the fingerprints of both texts. */
export function composeAmendment({ record, context }: Registered, amendment: Amendment): PrintDocument {
  const at = composing(record, context)
  const { say } = at.words
  const head = composeHead(at, 'record')
  const suffix = `${amendment.kind === 'corrigendum' ? 'Corr' : 'Add'}.${amendment.ordinal}`
  const symbol = oneLine(record.head.symbol ?? '')
  return {
    ...head,
    symbol: `${symbol === '' ? head.symbol : symbol}/${suffix}`,
    title: say(`title.${amendment.kind}`, { title: head.title, ordinal: amendment.ordinal }),
    facts: [...head.facts.filter((fact) => fact.isCode !== true), ...factsOf(at, amendment)],
    blocks:
      amendment.kind === 'corrigendum' ? correctionBlocks(at, amendment.corrections) : additionBlocks(at, amendment.addition),
  }
}

function factsOf(at: Composing, { before }: Amendment): readonly Fact[] {
  const { say, locale } = at.words
  const { version, fingerprint, published } = at.context
  const print = (number: number, hash: string): Fact => {
    return { label: say('fingerprintOf', { version: number }), text: plain(cleanText(hash)), isCode: true }
  }
  return [
    ...(published === null ? [] : [{ label: say('issued'), text: plain(momentInWords(published.at, locale)) }]),
    ...(published === null || published.reason === null
      ? []
      : [{ label: say('reason'), text: plain(oneLine(published.reason)) }]),
    ...(version === null || fingerprint === null ? [] : [print(version, fingerprint)]),
    ...(before === null ? [] : [print(before.version, before.fingerprint)]),
  ]
}

/** Paragraph by paragraph the words as they were and as they are; what differs is bold. */
function correctionBlocks(at: Composing, corrections: readonly Correction[]): readonly PrintBlock[] {
  const { say } = at.words
  if (corrections.length === 0) return remark(aside(say('nothingShown')))
  return [
    {
      kind: 'table',
      caption: say('caption.corrections'),
      head: [say('corrected'), say('wordsBefore'), say('wordsAfter')],
      widths: [16, 42, 42],
      figures: [],
      rows: corrections.map((one) => {
        const [before, after] = [cleanText(one.before), cleanText(one.after)]
        const changes = compareWords(before, after)
        const side = (gone: 'added' | 'removed'): PrintText =>
          changes.flatMap(({ what, text }) => (what === gone ? [] : [what === 'same' ? { text } : { text, bold: true as const }]))
        return [plain(placeOf(at, one)), side('added'), side('removed')]
      }),
    },
  ]
}

function placeOf({ words: { say } }: Composing, { part, number }: Correction): string {
  const place = number ?? ''
  if (part.startsWith('item:')) return say('corrected.item', { number: place })
  if (part.startsWith('action:')) return say('corrected.action', { number: place })
  return say('corrected.paragraph', { number: place })
}

function additionBlocks(at: Composing, addition: Amendment['addition']): readonly PrintBlock[] {
  if (addition === null) return remark(aside(at.words.say('nothingShown')))
  return [
    { kind: 'heading', level: 1, number: null, text: plain(oneLine(addition.title)) },
    ...addition.paragraphs.map(({ number, text }): PrintBlock => {
      return { kind: 'numbered', number, isQualifier: false, content: { kind: 'text', text: plain(cleanText(text)) } }
    }),
  ]
}
