import * as Y from 'yjs'
import type { compareWords } from '../../shared/record/index.ts'

/** How two texts differ, word by word. Who asks for new words brings it: pages that only write need not fetch it. */
export type CompareWords = typeof compareWords

/**
 * Writes new words over the one paragraph or list that says exactly these, word by word, so that carets and marks in the rest stay. A
 * list is given as its entries, each on a line. False, and nothing is written: no place or more than one says so, or the lines are not
 * as many. Called inside a transaction of the caller's.
 */
export function rewriteLines(type: Y.XmlFragment, before: string, after: string, compare: CompareWords): boolean {
  const [old, wanted] = [before.split('\n'), after.split('\n')]
  if (old.length !== wanted.length) return false
  const found = placesOf(type, old)
  const [place] = found
  if (place === undefined || found.length > 1) return false
  place.forEach((line, index) => {
    rewriteLine(line, compare(old[index] ?? '', wanted[index] ?? ''))
  })
  return true
}

/** Where these lines stand: each place once, whatever wraps it. */
function placesOf(type: Y.XmlFragment, lines: readonly string[]): readonly (readonly Y.XmlText[])[] {
  const own = linesIn(type)
  if (own.length === lines.length) return own.every((line, index) => plainWords(line) === lines[index]) ? [own] : []
  return type.toArray().flatMap((child) => (child instanceof Y.XmlElement ? placesOf(child, lines) : []))
}

function rewriteLine(line: Y.XmlText, changes: ReturnType<CompareWords>): void {
  let at = 0
  for (const { what, text } of changes) {
    if (what === 'removed') line.delete(at, text.length)
    else if (what === 'added') line.insert(at, text)
    if (what !== 'removed') at += text.length
  }
}

/** The texts that are the whole of a paragraph; one in several pieces has no place to write that is certain. */
function linesIn(type: Y.XmlFragment): readonly Y.XmlText[] {
  const children = type.toArray()
  const [only] = children
  if (type instanceof Y.XmlElement && children.length === 1 && only instanceof Y.XmlText) return [only]
  return children.flatMap((child) => (child instanceof Y.XmlElement ? linesIn(child) : []))
}

function plainWords(text: Y.XmlText): string {
  const pieces: readonly { readonly insert: unknown }[] = text.toDelta()
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}
