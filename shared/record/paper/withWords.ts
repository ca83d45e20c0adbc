import { plainText } from '../plainText.ts'
import type { Block, RichText, TextRun } from '../types.ts'
import { compareWords } from './comparePapers.ts'
import type { Part } from './Paper.ts'

/**
 * A part that says other words: `partText` of it is then exactly `words`. What stays of the old words keeps its bold, italic
 * and links; actor, verb and qualifier stay fields of their own as long as the new words begin with them. A part without
 * words (attendance, speakers) comes back as it is.
 */
export function withWords(part: Part, words: string): Part {
  switch (part.kind) {
    case 'item':
      return { ...part, title: line(part.title, words) }
    case 'note':
      return { ...part, block: block(part.block, words) }
    case 'outcome': {
      const actor = part.actor !== null && begins(words, part.actor.name) ? part.actor : null
      const said = actor === null ? words : less(words, actor.name)
      const verb = begins(said, part.verb) ? part.verb : ''
      return { ...part, actor, verb, text: line(part.text, less(said, verb)) }
    }
    case 'qualifier': {
      const word = begins(words, part.word) ? part.word : ''
      return { ...part, word, text: line(part.text, less(words, word)) }
    }
    case 'target':
      return { ...part, what: line(part.what, words) }
    case 'action':
      return { ...part, task: line(part.task, words) }
    case 'review':
      return { ...part, note: words }
    default:
      return part
  }
}

/** Whether a text opens with these words and goes on after them. */
function begins(text: string, words: string): boolean {
  return words !== '' && text.startsWith(`${words} `)
}

function less(text: string, words: string): string {
  return words === '' ? text : text.slice(words.length + 1)
}

/** Titles, outcomes and tasks are one paragraph. */
function line(text: RichText, words: string): RichText {
  const runs = text.flatMap((one) => ('runs' in one ? one.runs : [{ text: plainText([one]) }]))
  return [{ kind: 'paragraph', runs: reword(runs, words) }]
}

/** Lists keep their entries where there are as many lines as before; otherwise each line is an entry. */
function block(before: Block, words: string): Block {
  if ('runs' in before) return { ...before, runs: reword(before.runs, words) }
  const lines = words.split('\n')
  if (lines.length !== plainText([before]).split('\n').length) {
    return { kind: before.kind, items: lines.map((text) => [{ kind: 'paragraph', runs: [{ text }] }]) }
  }
  let at = 0
  const refill = (one: Block): Block => {
    if ('items' in one) return { ...one, items: one.items.map((item) => item.map(refill)) }
    const count = plainText([one]).split('\n').length
    at += count
    return { ...one, runs: reword(one.runs, lines.slice(at - count, at).join('\n')) }
  }
  return refill(before)
}

/** The new words, with the marks of those that stood there before. */
function reword(runs: readonly TextRun[], words: string): readonly TextRun[] {
  const before = runs.map((run) => run.text).join('')
  const made: TextRun[] = []
  let at = 0
  for (const { what, text } of compareWords(before, words)) {
    if (what !== 'removed') made.push(...(what === 'same' ? cut(runs, at, at + text.length) : [{ text }]))
    if (what !== 'added') at += text.length
  }
  return made.reduce<readonly TextRun[]>(join, [])
}

/** The runs between two places, as letters are counted. */
function cut(runs: readonly TextRun[], from: number, to: number): readonly TextRun[] {
  let start = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

function join(runs: readonly TextRun[], run: TextRun): readonly TextRun[] {
  const last = runs.at(-1)
  if (last === undefined || last.bold !== run.bold || last.italic !== run.italic || last.link !== run.link) return [...runs, run]
  return [...runs.slice(0, -1), { ...last, text: last.text + run.text }]
}
