import type { TextKind } from './schema.ts'
import { isBecameMark, isLinkAddress } from './values.ts'

/** A node of a text, as the editor writes it: which children and which attributes it may have. */
export interface NodeRule {
  readonly children: readonly string[]
  /** Whether words stand directly in it. */
  readonly holdsWords: boolean
  readonly attributes: Readonly<Record<string, (value: unknown) => boolean>>
}

const isLevel = (value: unknown) => value === 2 || value === 3
const isStart = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000
const isListType = (value: unknown) => value === null || (typeof value === 'string' && ['1', 'a', 'A', 'i', 'I'].includes(value))

const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList']

/** The nodes of each kind of text by name; the fragment itself is the node `''`. */
const rules: Readonly<Record<TextKind, Readonly<Record<string, NodeRule>>>> = {
  line: {
    '': { children: ['paragraph'], holdsWords: false, attributes: {} },
    paragraph: { children: [], holdsWords: true, attributes: {} },
  },
  notes: {
    '': { children: blocks, holdsWords: false, attributes: {} },
    paragraph: { children: ['hardBreak'], holdsWords: true, attributes: { became: isBecameMark } },
    heading: { children: ['hardBreak'], holdsWords: true, attributes: { level: isLevel } },
    bulletList: { children: ['listItem'], holdsWords: false, attributes: {} },
    orderedList: { children: ['listItem'], holdsWords: false, attributes: { start: isStart, type: isListType } },
    listItem: { children: blocks, holdsWords: false, attributes: {} },
    hardBreak: { children: [], holdsWords: false, attributes: {} },
  },
}

/** The rule for a node of a text, or null when such a node may not be there. */
export function nodeRule(text: TextKind, name: string): NodeRule | null {
  const known = rules[text]
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null
}

/** Whether a mark with this value may stand on words of this kind of text; null ends a mark and is always fine for a known one. */
export function acceptsMark(text: TextKind, name: string, value: unknown): boolean {
  if (text === 'line') return value === null && markNames.includes(name)
  if (!markNames.includes(name)) return false
  if (value === null) return true
  return name === 'link' ? isLinkMark(value) : isEmptyObject(value) || value === true
}

const markNames: readonly string[] = ['bold', 'italic', 'link']
const linkKeys: readonly string[] = ['href', 'target', 'rel', 'class', 'title']

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}

function isLinkMark(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const [key, part] of Object.entries(value)) {
    if (!linkKeys.includes(key)) return false
    if (key === 'href' ? !isLinkAddress(part) : !(part === null || (typeof part === 'string' && part.length <= 200))) return false
  }
  return Object.hasOwn(value, 'href')
}
