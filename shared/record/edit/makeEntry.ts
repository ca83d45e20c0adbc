import * as Y from 'yjs'
import { asLineWords } from '../asLineWords.ts'
import type { TextKind } from '../schema.ts'
import type { Block, Party, RichText, TextRun } from '../types.ts'
import { formatBecame, partnerKey } from '../values.ts'

/** A new entry with its values and texts, ready to be put into its root map in one piece. */
export function makeEntry(
  values: Readonly<Record<string, unknown>>,
  shared: Readonly<Record<string, Y.XmlFragment | Y.Map<unknown>>>,
): Y.Map<unknown> {
  return new Y.Map<unknown>(Object.entries<unknown>({ ...values, ...shared }))
}

/** A new text with the one paragraph of a line. */
export function makeLine(words: string): Y.XmlFragment {
  return makeText([{ kind: 'paragraph', runs: [{ text: words }] }], 'line')
}

/** A new text from blocks; empty notes get one empty paragraph, so that two who begin at once begin in the same one. */
export function makeText(text: RichText, kind: TextKind): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  const blocks: RichText = text.length === 0 ? [{ kind: 'paragraph', runs: [] }] : text
  fragment.insert(
    0,
    blocks.map((block) => makeBlock(block, kind)),
  )
  return fragment
}

/** A new map of partners. */
export function makePartners(partners: readonly Party[]): Y.Map<unknown> {
  return new Y.Map<unknown>(partners.map((partner): [string, unknown] => [partnerKey(partner), true]))
}

function makeBlock(block: Block, kind: TextKind): Y.XmlElement {
  if ('items' in block) {
    const list = new Y.XmlElement(block.kind)
    list.insert(
      0,
      block.items.map((blocks) => makeListItem(blocks, kind)),
    )
    return list
  }
  // The editor stores numbers as numbers; Yjs only types attributes as text.
  const element = new Y.XmlElement<{ level?: number; became?: string }>(block.kind)
  if (block.kind === 'heading') element.setAttribute('level', block.level)
  else if (block.became !== undefined) element.setAttribute('became', formatBecame(block.became))
  element.insert(
    0,
    kind === 'line' ? [makeWords([{ text: asLineWords(block.runs.map((run) => run.text).join('')) }])] : makeRuns(block.runs),
  )
  // The narrower attribute type serves only the two calls above.
  return element as unknown as Y.XmlElement
}

function makeListItem(blocks: RichText, kind: TextKind): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(
    0,
    blocks.map((block) => makeBlock(block, kind)),
  )
  return item
}

/** Words and, where a run breaks the line, breaks between them: how the editor stores a paragraph. */
function makeRuns(runs: readonly TextRun[]): (Y.XmlElement | Y.XmlText)[] {
  const lines: TextRun[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines.flatMap((line, index) => (index === 0 ? [makeWords(line)] : [new Y.XmlElement('hardBreak'), makeWords(line)]))
}

/** Even without a letter there is a place for words, so that two who type the first ones type in the same place. */
function makeWords(runs: readonly TextRun[]): Y.XmlText {
  const words = new Y.XmlText()
  words.applyDelta(runs.filter((run) => run.text !== '').map((run) => ({ insert: run.text, attributes: marksOf(run) })))
  return words
}

function marksOf(run: TextRun): Record<string, unknown> {
  return {
    ...(run.bold ? { bold: {} } : {}),
    ...(run.italic ? { italic: {} } : {}),
    ...(run.link === undefined ? {} : { link: { href: run.link } }),
  }
}
