import type { AttendanceState } from '../../../shared/record/index.ts'
import type { Block, Line, Place, Table } from '../Block.ts'
import type { Found, Scene } from './Found.ts'
import { isOffice, roleOfHeading } from './headingRoles.ts'
import { labelKindOf } from './labels.ts'
import { isNameLike, isPersonLike } from './names.ts'
import { isRoleLike, type PersonEntry, readPersonEntry, splitPeople } from './personEntry.ts'
import { folded, plainWords, splitLabel } from './plainWords.ts'
import type { Section } from './sections.ts'
import { actionColumns, personColumns, personOfRow } from './tables.ts'

/** A person with where they were found; several finds of one name are joined later. */
export interface PersonFound {
  readonly found: Found<'person'>
  readonly keys: readonly string[]
}

/** What holds for the entries of a list: whether they came, as what, and from where. */
interface Group {
  readonly state: AttendanceState
  readonly role: string | null
  readonly organisation: string | null
  readonly reason: 'heading' | 'label'
  readonly words: string
}

/** Who took part, sent word, or was missing, as lists, labels and tables say. */
export function findPeople(scene: Scene): readonly PersonFound[] {
  const found: PersonFound[] = []
  for (const section of scene.sections) {
    const group = groupOf(section)
    if (group !== null) found.push(...fromSection(scene, section, group))
    else {
      for (const block of section.blocks) {
        if (block.kind === 'line') found.push(...partsOf(block).flatMap((line) => fromLabel(scene, section, line)))
        else if (block.kind === 'table' && isListOfPeople(scene, section, block))
          found.push(...fromTable(scene, section, block, { ...plainGroup, words: section.title }))
      }
    }
  }
  return settleUnclear(scene, found)
}

const plainGroup: Group = { state: 'present', role: null, organisation: null, reason: 'heading', words: '' }

/** A table before the first subject whose columns name people and where they come from, as what they came, or whether they did. */
function isListOfPeople(scene: Scene, section: Section, table: Table): boolean {
  const columns = personColumns(table)
  if (columns === null || table.head === null || actionColumns(table) !== null || isWithin(scene, section)) return false
  return columns.organisation >= 0 || columns.state >= 0 || columns.role >= 0
}

/** A line that holds several labels: "Le 5 mai - présents : Ann, Bob ; absent : Carl". */
function partsOf(line: Line): readonly Line[] {
  const pieces = line.text.split(/\s+[-–—]\s+|\s*[;|]\s*/)
  const labelled = pieces.filter((piece) => {
    const label = splitLabel(piece)
    return label !== null && labelKindOf(label.label) !== null
  })
  if (pieces.length < 2 || labelled.length === 0 || labelKindOf(splitLabel(line.text)?.label ?? '') !== null) return [line]
  return labelled.map((text) => ({ ...line, text }))
}

/** What a section says of its entries: its own heading, or that of the list in which it lies. */
function groupOf(section: Section): Group | null {
  if (section.role?.kind === 'people') {
    return { state: section.role.state, role: null, organisation: null, reason: 'heading', words: section.title }
  }
  const above = section.parent === null ? null : groupOf(section.parent)
  if (above === null || section.heading === null) return null
  if (isOffice(section.title)) return { ...above, role: section.title, words: section.title }
  return { ...above, organisation: section.title.length <= 160 ? section.title : null, words: section.title }
}

function fromSection(scene: Scene, section: Section, group: Group): readonly PersonFound[] {
  const found: PersonFound[] = []
  let over: { depth: number; group: Group }[] = []
  let keyed = 0
  const isUniform = hasOneComma(section.blocks)
  section.blocks.forEach((block, index) => {
    if (block.kind === 'table') {
      found.push(...fromTable(scene, section, block, group))
      return
    }
    if (block.kind !== 'line' || block.isQuote) return
    over = over.filter((one) => one.depth < block.depth)
    const current = over.at(-1)?.group ?? group
    const next = section.blocks[index + 1]
    if (isParent(block, next)) {
      over.push({ depth: block.depth, group: innerGroup(current, block.text) })
      return
    }
    // Behind people with initials, a list of another form names bodies and not people.
    if (keyed >= 3 && block.marker !== null && readPersonEntry(block.text)?.keys.length === 0) return
    const people = fromLine(scene, section, block, current, isUniform)
    keyed += people.filter((one) => one.keys.length > 0 && block.marker === null).length
    found.push(...people)
  })
  return found
}

function isParent(block: Line, next: Block | undefined): boolean {
  if (block.marker === null || next?.kind !== 'line' || next.marker === null || next.depth <= block.depth) return false
  // Below a name there may be remarks; below a body or an office there are names.
  return readPersonEntry(next.text) !== null && (!isPersonLike(block.text) || isPersonLike(next.text))
}

function innerGroup(group: Group, text: string): Group {
  const words = text.replace(/\s*[:：]\s*$/, '')
  const role = roleOfHeading(words)
  if (role?.kind === 'people') return { ...group, state: role.state, words }
  if (isOffice(words)) return { ...group, role: words, words }
  return { ...group, organisation: words, words }
}

function fromLine(scene: Scene, section: Section, line: Line, group: Group, isUniform: boolean): readonly PersonFound[] {
  const sentence = attendedBy.exec(line.text)
  if (sentence !== null) {
    return splitPeople(sentence[1] ?? '').flatMap((piece) => {
      const entry = readPersonEntry(piece)
      return entry === null ? [] : [personOf(scene, section, line, { ...entry, isUnclear: true }, group)]
    })
  }
  const label = splitLabel(line.text)
  if (label !== null && !isKeyed(line.text)) {
    if (label.rest === '') return []
    const kind = labelKindOf(label.label)
    if (kind !== null && ['date', 'time', 'place', 'start', 'end', 'title', 'zone'].includes(kind)) return []
    if (kind !== null || isRoleLike(label.label)) return fromLabel(scene, section, line)
    const names = splitPeople(label.rest).map((piece) => readPersonEntry(piece))
    if (names.length === 0 || !names.every((one) => one !== null && isPersonLike(one.name))) return []
    const own = { ...group, organisation: label.label }
    return names.flatMap((one) => (one === null ? [] : [personOf(scene, section, line, one, own)]))
  }
  const pieces =
    isUniform || (line.marker !== null && /[([]/.test(line.text) && !/[)\]]\s*[,;]/.test(line.text))
      ? [line.text]
      : splitPeople(line.text)
  return pieces.flatMap((piece) => {
    const entry = readPersonEntry(piece)
    return entry === null ? [] : [personOf(scene, section, line, entry, group)]
  })
}

/** "The session was attended by representatives of Austria, Belgium and Romania." */
const attendedBy =
  /\b(?:attended by|were present|took part|participated|in attendance were|present were|étaient présents|ont participé)\b\s*:?\s*(?:the\s+)?(?:following\s+)?(?:(?:representatives|delegates|members|experts|people|participants)\s*(?:of|from)?\s*:?\s*)?(\p{L}[^.]{3,600})\.?$/iu

function isKeyed(text: string): boolean {
  return /^\p{Lu}{2,4}\s*:\s+\p{Lu}\p{L}+\s+\p{L}/u.test(text)
}

/** Lines such as `Present: Ann, Bob` and `Chair: Ann`, wherever they stand. */
function fromLabel(scene: Scene, section: Section, line: Line): readonly PersonFound[] {
  const label = splitLabel(
    line.text.replace(/^(?:<[^>]{1,40}>|\[?\d{1,2}:\d{2}(?::\d{2})?\]?)\s+/, '').replace(/^(present|regrets)\+\s*:?\s*/i, '$1: '),
  )
  if (label === null || label.rest === '' || line.isQuote) return fromSentence(scene, section, line)
  const kind = labelKindOf(label.label)
  if (kind !== 'present' && kind !== 'apologies' && kind !== 'absent' && kind !== 'office') return []
  if (/^\d+\b[^,]*$/.test(label.rest)) return []
  if (isWithin(scene, section) && (kind === 'office' || isOffice(label.label))) return []
  const isPlain = roleOfHeading(label.label)?.kind === 'people' || /^(?:members|membres)$/.test(plainWords(label.label))
  const role = kind === 'office' || (kind === 'present' && !isPlain && isOffice(label.label)) ? label.label : null
  const group: Group = {
    state: kind === 'apologies' || kind === 'absent' ? kind : 'present',
    role,
    organisation: null,
    reason: 'label',
    words: label.label,
  }
  return splitPeople(label.rest).flatMap((piece) => {
    const entry = readPersonEntry(piece)
    return entry === null || !isNameLike(entry.name) ? [] : [personOf(scene, section, line, entry, group)]
  })
}

/** Within a subject, but for the first one: there the opening stands. What a label names later is what was talked about. */
function isWithin(scene: Scene, section: Section): boolean {
  if (section.role !== null || section === scene.titleSection || section.parent === null) return false
  const first = scene.sections.find((one) => one.role === null && one.parent !== null && one !== scene.titleSection)
  return section !== first
}

const takenBy =
  /^(?:the )?(minutes|notes|meeting minutes|proces-verbal|compte[- ]rendu)\s+(?:were |was )?(?:taken|recorded|prepared|written|redige|etabli)\s+(?:by|par)\s+/
const chairedBy =
  /^(?:the |la )?(?:meeting|session|reunion|seance)\s+(?:was |is |est |etait )?(chaired|presided over|presidee|animee|moderated|facilitated|ouverte et presidee)\s+(?:by|par)\s+/

/** "Minutes taken by Ann Smith", "La séance est présidée par …". */
function fromSentence(scene: Scene, section: Section, line: Line): readonly PersonFound[] {
  const plain = folded(line.text)
  const match = plain.length === line.text.length ? (takenBy.exec(plain) ?? chairedBy.exec(plain)) : null
  if (match === null) return []
  const words = line.text.slice(match[0].length).replace(/^(?:M\.|Mme|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)\s+/, '')
  const name = /^(\p{Lu}[\p{L}.'’-]+(?:\s+(?:de |van |von |la |le )?\p{Lu}[\p{L}.'’-]+){0,3})/u.exec(words)?.[1]
  const entry = name === undefined ? null : readPersonEntry(name.replace(/\.$/, ''))
  if (entry === null) return []
  const role = match[1] === undefined ? null : line.text.slice(0, match[0].length).trim()
  const group: Group = { state: 'present', role, organisation: null, reason: 'label', words: role ?? '' }
  return [personOf({ ...scene }, section, line, { ...entry, isUnclear: true }, group)]
}

function fromTable(scene: Scene, section: Section, table: Table, group: Group): readonly PersonFound[] {
  const columns = personColumns(table)
  if (columns === null) return []
  return table.rows.flatMap((row) => {
    const entry = personOfRow(row.cells, columns)
    return entry === null
      ? []
      : [personOf(scene, section, { ...row, text: row.cells.join(' | ') }, entry, { ...group, reason: 'heading' })]
  })
}

function personOf(
  scene: Scene,
  section: Section,
  at: Place & { readonly text: string; readonly checked?: boolean | null },
  entry: PersonEntry,
  group: Group,
): PersonFound {
  const { name, organisation, role, keys, isUnclear } = entry
  // An empty box says that somebody was not ticked, which is less than that they were absent.
  const isUnticked = at.checked === false && entry.state === null
  return {
    keys,
    found: {
      kind: 'person',
      value: {
        name,
        organisation: organisation ?? group.organisation,
        role: role ?? group.role,
        state: entry.state ?? (isUnticked ? 'absent' : group.state),
      },
      part: scene.part,
      at: { from: at.from, to: at.to },
      text: at.text,
      certainty: isUnclear || isUnticked ? 'candidate' : 'marked',
      reason: group.reason,
      reasonWords: [group.words],
      section,
    },
  }
}

/** Every line "name, body": one comma each, and at least three of them. */
function hasOneComma(blocks: readonly Block[]): boolean {
  const lines = blocks.filter(
    (block): block is Line => block.kind === 'line' && !block.isQuote && splitLabel(block.text) === null,
  )
  return (
    lines.length >= 2 &&
    lines.every((line) => /^[^,;]+,[^,;]+(?:,[^,;]+)?$/.test(line.text)) &&
    !lines.every((line) => line.text.split(',').every((piece) => isPersonLike(piece)))
  )
}

/**
 * In a list where most have their body in brackets, a last word in capitals behind a name may be one, too: it is one where
 * the text speaks of it elsewhere, and told as unclear either way.
 */
function settleUnclear(scene: Scene, people: readonly PersonFound[]): readonly PersonFound[] {
  const text = scene.lines.join('\n')
  return people.map((one) => {
    const { value, section } = one.found
    const siblings = people.filter((other) => other.found.section === section)
    const named = siblings.filter((other) => other.found.value.organisation !== null).length
    const parts = value.name.split(/\s+/)
    const last = parts.at(-1) ?? ''
    const isOdd =
      parts.length >= 3 &&
      (/^\p{Lu}{3,}$/u.test(last) || /\p{Ll}\p{Lu}/u.test(last)) &&
      !parts.slice(0, -1).some((part: string) => /^\p{Lu}{3,}$/u.test(part))
    if (value.organisation !== null || named * 2 < siblings.length || !isOdd) return one
    const spoken = new RegExp(`(?:\\b(?:le|la|les|du|au|chez|the|at|from|of)\\s|l['’]|d['’])${last}(?![\\p{L}\\p{N}])`, 'u').test(
      text,
    )
    const split = spoken ? { ...value, name: parts.slice(0, -1).join(' '), organisation: last } : value
    return { ...one, found: { ...one.found, value: split, certainty: 'candidate' } }
  })
}
