import * as Y from 'yjs'
import { asLineWords } from '../asLineWords.ts'

/** Makes a line read like this, taking away and adding only the stretch that differs, so that others' words beside it stay. */
export function setLine(fragment: Y.XmlFragment, text: string): void {
  const [first, ...others] = wordsIn(fragment)
  const words = first ?? addParagraph(fragment)
  // More than one place for words is what merging made; their letters move into the first.
  for (const other of others) if (other.length > 0) other.delete(0, other.length)
  const before = lettersOf(words)
  const after = asLineWords(text)
  const start = commonStart(before, after)
  const end = commonEnd(before.slice(start), after.slice(start))
  if (before.length - start - end > 0) words.delete(start, before.length - start - end)
  if (after.length - start - end > 0) words.insert(start, after.slice(start, after.length - end))
}

function wordsIn(parent: Y.XmlFragment): readonly Y.XmlText[] {
  return parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? wordsIn(child) : []))
}

function addParagraph(fragment: Y.XmlFragment): Y.XmlText {
  const words = new Y.XmlText()
  const existing = fragment.toArray().find((child) => child instanceof Y.XmlElement && child.nodeName === 'paragraph')
  if (existing instanceof Y.XmlElement) existing.insert(0, [words])
  else {
    const paragraph = new Y.XmlElement('paragraph')
    fragment.insert(0, [paragraph])
    paragraph.insert(0, [words])
  }
  return words
}

function lettersOf(words: Y.XmlText): string {
  const parts = words.toDelta() as readonly { readonly insert: unknown }[]
  return parts.map((part) => (typeof part.insert === 'string' ? part.insert : '')).join('')
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  // Half a letter outside the basic plane is no letter.
  return length > 0 && isHighHalf(a.charCodeAt(length - 1)) ? length - 1 : length
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1
  return length > 0 && isLowHalf(a.charCodeAt(a.length - length)) ? length - 1 : length
}

function isHighHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
