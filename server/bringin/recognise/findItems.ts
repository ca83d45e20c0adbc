import type { Block, Line, Place } from '../Block.ts'
import type { Scene } from './Found.ts'
import type { ItemFound } from './ItemFound.ts'
import { isDateOnly } from './isDateOnly.ts'
import { joinAgenda } from './joinItems.ts'
import type { Names } from './names.ts'
import { plainWords, splitNumber } from './plainWords.ts'
import type { Section } from './sections.ts'

const silent = new Set(['people', 'decisions', 'actions', 'nextMeeting', 'later', 'aside', 'meta'])

/** The items: entries of an agenda, and headings under which something was said. */
export function findItems(scene: Scene, names: Names): readonly ItemFound[] {
  const found: ItemFound[] = []
  const bySection = new Map<Section, ItemFound>()
  for (const section of scene.sections) {
    if (section.parent === null || section === scene.titleSection) {
      if (scene.part === 'agenda') found.push(...fromAgenda(scene, section, names))
      continue
    }
    const above = itemAbove(section, bySection)
    if (section.role?.kind === 'agenda') {
      found.push(...fromAgenda(scene, section, names))
      continue
    }
    if (section.role !== null || isSilenced(section, scene) || isDateOnly(section.heading?.text ?? '', scene.language)) continue
    if (above?.above != null) continue
    const item = itemOf(
      scene,
      names,
      {
        text: section.heading?.text ?? '',
        at: section.heading ?? section,
        section,
        reason: section.number === null ? 'ownHeading' : 'numbered',
      } as Entry,
      above,
    )
    if (item === null) continue
    bySection.set(section, item)
    found.push(item, ...fromEntries(scene, section, item, names))
  }
  // A text that discusses its entries without any heading: the notes themselves hold them.
  for (const section of scene.sections) {
    if (section.role?.kind === 'notes' && !found.some((one) => one.found.section === section))
      found.push(...topicEntries(scene, section, names))
  }
  return joinAgenda(found)
}

/** The item whose section this one lies in. */
function itemAbove(section: Section, bySection: ReadonlyMap<Section, ItemFound>): ItemFound | null {
  for (let above = section.parent; above !== null; above = above.parent) {
    const item = bySection.get(above)
    if (item !== undefined) return item
  }
  return null
}

/** Below lists of people, tasks and the like a heading is no subject; nor is one that only names the day. */
function isSilenced(section: Section, scene: Scene): boolean {
  for (let above = section.parent; above !== null && above.parent !== null; above = above.parent) {
    if (above !== scene.titleSection && above.role !== null && silent.has(above.role.kind)) return true
  }
  return section.title.length > 300 || !/\p{L}{2}/u.test(section.title)
}

interface Entry {
  readonly text: string
  readonly at: Place
  readonly section: Section
  readonly reason: 'list' | 'issueLink' | 'ownHeading' | 'numbered' | 'agendaFile'
  readonly number?: string | null
  readonly block?: Block
}

function itemOf(scene: Scene, names: Names, entry: Entry, above: ItemFound | null): ItemFound | null {
  const { number, title } = splitNumber(entry.text.trim())
  const bare = title.replace(/\s*<?https?:\/\/\S+/g, '').trim()
  const words = (bare === '' ? title : bare).replace(/\s*[:：]$/, '').trim()
  if (!/[\p{L}\p{N}]/u.test(words)) return null
  const minutes = /\(?\b(\d{1,3})\s?(?:min(?:ute)?s?\b\.?|mn\b|')\)?/i.exec(words)
  return {
    above,
    into: null,
    entry: entry.block ?? null,
    isEntry: entry.reason === 'list' || entry.reason === 'issueLink',
    lines: [],
    blocks: [],
    found: {
      kind: 'item',
      value: {
        title: words.slice(0, 1000),
        number: entry.number ?? number,
        parent: null,
        lead: leadIn(words, names),
        minutes: minutes === null || !/[([–-]\s*[^)]*\d+\s?(?:min|mn|')/i.test(words) ? null : Number(minutes[1]),
      },
      part: scene.part,
      at: { from: entry.at.from, to: entry.at.to },
      text: entry.text,
      certainty: 'marked',
      reason: scene.part === 'agenda' ? 'agendaFile' : entry.reason,
      reasonWords: entry.section.title === '' ? [] : [entry.section.title],
      section: entry.section,
      sections: [entry.section],
    },
  }
}

/** A known person behind the title: "(Ann)", "– Ann Smith", "[Ann, 10 min]". */
function leadIn(title: string, names: Names): string | null {
  const tail = /[([]([^()[\]]{2,60})[)\]]\s*$/.exec(title)?.[1] ?? /\s[–—-]\s*([^–—]{2,60})$/.exec(title)?.[1]
  if (tail === undefined) return null
  for (const piece of tail.split(/[,;/]|\s(?:and|et|&)\s/)) {
    const known = names.find(piece.trim())
    if (known !== null) return known
  }
  return null
}

/** The entries of an agenda: the first depth are items, the second their parts; what lies deeper belongs to them. */
function fromAgenda(scene: Scene, section: Section, names: Names): readonly ItemFound[] {
  const found: ItemFound[] = []
  let top: ItemFound | null = null
  let current: ItemFound | null = null
  for (const block of section.blocks) {
    if (block.kind === 'line' && block.marker !== null && !block.isQuote && block.depth <= 2 && !isAddress(block.text)) {
      const above: ItemFound | null = block.depth === 1 ? null : top
      const item = itemOf(
        scene,
        names,
        { text: block.text, at: block, section, reason: 'list', number: plainNumber(block.number), block },
        above,
      )
      if (item !== null) {
        found.push(item)
        current = item
        if (block.depth === 1) top = item
        continue
      }
    }
    if (block.kind === 'line' && block.depth === 0 && section.blocks.every((one) => one.kind !== 'line' || one.depth === 0)) {
      // An agenda without signs: each line is an entry.
      const item =
        splitNumber(block.text).number !== null || scene.part === 'agenda' || isShort(section)
          ? itemOf(scene, names, { text: block.text, at: block, section, reason: 'list', block }, null)
          : null
      if (item !== null) {
        found.push(item)
        current = item
        continue
      }
    }
    if (block.kind === 'table') {
      found.push(...fromAgendaTable(scene, section, block, names))
      continue
    }
    if (current === null) continue
    if (block.kind === 'line' && block.depth > 0) current.lines.push(block)
    else current.blocks.push(block)
  }
  return found
}

function isShort(section: Section): boolean {
  return (
    section.blocks.length <= 30 &&
    section.blocks.every((block) => block.kind === 'line' && block.text.length <= 120 && !/[.!?]$/.test(block.text))
  )
}

function isAddress(text: string): boolean {
  return /^<?https?:\/\/\S+>?$/.test(text)
}

function plainNumber(number: string | null): string | null {
  return number === null ? null : number.replace(/[.)\s]+$/, '')
}

function fromAgendaTable(
  scene: Scene,
  section: Section,
  table: Extract<Block, { kind: 'table' }>,
  names: Names,
): readonly ItemFound[] {
  const head = table.head?.map(plainWords)
  const named =
    head?.findIndex((words) =>
      /^(?:item|items|agenda item|topic|topics|subject|title|description|sujet|point|theme|intitule|what)$/.test(words),
    ) ?? -1
  const column = Math.max(named, 0)
  const lead =
    head?.findIndex((words) => /^(?:lead|leads?|who|presenter|owner|speaker|intervenant|responsable|qui|pilote)$/.test(words)) ??
    -1
  return table.rows.flatMap((row) => {
    const text = row.cells[column] ?? ''
    const isCount = /^\d+(?:\.\d+)*\.?$/.test(text)
    const item = itemOf(
      scene,
      names,
      {
        text: isCount ? (row.cells[column + 1] ?? '') : text,
        at: row,
        section,
        reason: 'list',
        ...(isCount ? { number: plainNumber(text) } : {}),
      },
      null,
    )
    if (item === null) return []
    const who = lead < 0 ? '' : (row.cells[lead] ?? '').trim()
    const value = who === '' ? item.found.value : { ...item.found.value, lead: names.find(who) ?? who.slice(0, 160) }
    return [{ ...item, found: { ...item.found, value } }]
  })
}

/**
 * Entries under a heading that are items themselves: each names a paper or an issue, or paragraphs stand between them.
 * What follows an entry until the next one was said under it.
 */
function fromEntries(scene: Scene, section: Section, above: ItemFound, names: Names): readonly ItemFound[] {
  if (above.above !== null) return []
  const inAgenda = withinAgenda(section)
  const entries = section.blocks.filter(
    (block): block is Line => block.kind === 'line' && block.depth === 1 && block.marker !== null,
  )
  const linked = entries.filter(namesIssue)
  const hasBetween = section.blocks.some(
    (block, index) =>
      index > 0 &&
      block.kind === 'line' &&
      block.depth === 0 &&
      section.blocks.slice(0, index).some((one) => one.kind === 'line' && one.depth === 1),
  )
  const isList = linked.length >= 2 && (linked.length >= entries.length / 2 || inAgenda)
  if (!isList && !(inAgenda && hasBetween && entries.length >= 2)) return []
  return cutAt(
    section.blocks,
    (block) => (isList ? namesIssue(block) : true),
    (line) =>
      itemOf(
        scene,
        names,
        {
          text: withoutIssue(line),
          at: line,
          section,
          reason: isList ? 'issueLink' : 'list',
          number: plainNumber(line.number),
          block: line,
        },
        above,
      ),
  )
}

function withinAgenda(section: Section): boolean {
  for (let above = section.parent; above !== null; above = above.parent) if (above.role?.kind === 'agenda') return true
  return false
}

function namesIssue(line: Line): boolean {
  return (
    line.runs.some((run) => run.link !== undefined && /\/(?:issues|pull|merge_requests|pulls)\/\d+/.test(run.link)) &&
    /#?\d+\]?\s*[^\p{L}]*$|^\s*\[?#\d+/u.test(line.text)
  )
}

function withoutIssue(line: Line): string {
  return line.text.replace(/\s*\[?#\d+\]?\s*$/, '')
}

/** Cuts blocks at the entries of the first depth. */
function cutAt(
  blocks: readonly Block[],
  isEntry: (line: Line) => boolean,
  make: (line: Line) => ItemFound | null,
): readonly ItemFound[] {
  const found: ItemFound[] = []
  let current: ItemFound | null = null
  for (const block of blocks) {
    const item = block.kind === 'line' && block.depth === 1 && block.marker !== null && isEntry(block) ? make(block) : null
    if (item !== null) {
      found.push(item)
      current = item
    } else current?.blocks.push(block)
  }
  return found
}

/** In notes: an entry of a few words with entries below it is a subject with what was said about it. */
function topicEntries(scene: Scene, section: Section, names: Names): readonly ItemFound[] {
  const isTopic = (line: Line) => {
    const index = section.blocks.indexOf(line)
    const next = section.blocks[index + 1]
    return next?.kind === 'line' && next.depth > 1 && next.marker !== null && line.text.length <= 80 && !/[.!?]$/.test(line.text)
  }
  return section.blocks.flatMap((block, index) => {
    if (block.kind !== 'line' || block.depth !== 1 || block.marker === null || !isTopic(block)) return []
    const item = itemOf(
      scene,
      names,
      { text: block.text, at: block, section, reason: 'list', number: plainNumber(block.number), block },
      null,
    )
    if (item === null) return []
    for (const below of section.blocks.slice(index + 1)) {
      if (below.kind !== 'line' || below.depth <= 1) break
      item.blocks.push(below)
    }
    return [item]
  })
}
