import type { Block, Reading } from '../Block.ts'
import { findDates } from './dates.ts'
import type { Found, Part, Scene } from './Found.ts'
import { findActions } from './findActions.ts'
import { findContradictions, nameKey } from './findContradictions.ts'
import { findCounts } from './findCounts.ts'
import { findDecisions } from './findDecisions.ts'
import { findHead } from './findHead.ts'
import { findItems } from './findItems.ts'
import { findNextMeeting } from './findNextMeeting.ts'
import { findPeople, type PersonFound } from './findPeople.ts'
import { findPutOff } from './findPutOff.ts'
import type { ItemFound } from './ItemFound.ts'
import { joinAgendas } from './joinItems.ts'
import { languageOf } from './languageOf.ts'
import { Names } from './names.ts'
import { folded } from './plainWords.ts'
import { allParts, type Section, sectionsOf } from './sections.ts'

/** A text with what is known of its file. */
export interface Source {
  readonly part: Part
  readonly name: string
  readonly reading: Reading
}

/** All that was found, and the items as they lie in the texts. */
export interface Recognised {
  readonly scenes: readonly Scene[]
  readonly items: readonly ItemFound[]
  /** Those that turned out to be one with another, too. */
  readonly entries: readonly ItemFound[]
  /** In the order of the preview: contradictions first, then as the texts go. */
  readonly finds: readonly Found[]
  /** By find: the item that it belongs to. */
  readonly itemOf: ReadonlyMap<Found, ItemFound>
}

/** Looks for everything in the texts of one meeting. Nothing is settled, and what is not said is not found. */
export function recognise(sources: readonly Source[]): Recognised {
  const scenes = sources.map(sceneOf)
  const heads = scenes.flatMap((scene, index) => findHead(scene, sources[index]?.reading.title ?? null))
  const people = joinPeople(scenes.flatMap((scene) => findPeople(scene)))
  const names = new Names(people.map(({ found, keys }) => ({ name: found.value.name, keys })))
  const entries = joinAgendas(scenes.map((scene) => findItems(scene, names)))
  const items = entries.filter((item) => item.into === null)
  const results = scenes
    .filter(({ part }) => part === 'minutes')
    .flatMap((scene) => {
      const decisions = findDecisions(scene)
      const actions = findActions(scene, names)
      return [...withoutRepeats(decisions, actions), ...findNextMeeting(scene), ...findPutOff(scene), ...findCounts(scene)]
    })
  const itemOf = new Map<Found, ItemFound>()
  for (const find of results) {
    const item = itemAround(find, entries)
    if (item !== null) itemOf.set(find, item)
  }
  const placed = results.filter((find) => find.kind !== 'putOff' || itemOf.has(find))
  const all = [...oneOfEach(heads), ...people.map(({ found }) => found), ...items.map(({ found }) => found), ...placed]
  const contradictions = findContradictions(scenes, [...heads, ...people.map(({ found }) => found), ...placed], items)
  return { scenes, items, entries, finds: [...contradictions, ...all.sort(byPlace)], itemOf }
}

function sceneOf({ part, name, reading }: Source): Scene {
  const root = sectionsOf(reading.blocks)
  const sections = [root, ...allParts(root)]
  const language = languageOf(reading.lines.join('\n'))?.tag ?? ''
  return {
    part,
    language,
    root,
    sections,
    lines: reading.lines,
    titleSection: titleSectionOf(sections, language),
    fileName: name,
  }
}

const meetingWords =
  /\b(?:meeting|minutes|session|conference|teleconference|telecon|call|committee|council|board|assembly|report|working group|reunion|compte[- ]rendu|proces[- ]verbal|conseil|comite|assemblee|seance|gt|cr|pv|sitzung|acta)\b/

/** The heading that is the title of the whole: the first one, before anything was said, and alone on its level or speaking of a meeting. */
function titleSectionOf(sections: readonly Section[], language: string): Section | null {
  const [root, first] = sections
  if (root === undefined || first?.heading == null || first.role !== null) return null
  if (root.blocks.filter((block) => words(block) > 12).length > 2) return null
  const level = first.level
  const isAlone = sections.filter((section) => section.level === level).length === 1
  const isHighest = sections.every((section) => section === root || section === first || section.level > level)
  const speaks = meetingWords.test(folded(first.title)) || findDates(first.title, language).length > 0
  return (isAlone && isHighest && (first.parts.length > 0 || speaks)) || speaks || (isAlone && isHighest) ? first : null
}

function words(block: Block): number {
  return block.kind === 'table' ? 0 : block.text.split(/\s+/).length
}

/** One person, one find: an office stated elsewhere joins the entry in the list. */
function joinPeople(people: readonly PersonFound[]): readonly PersonFound[] {
  const joined: PersonFound[] = []
  const names = new Names(
    people
      .filter(({ found }) => found.reason === 'heading' || found.value.role === null)
      .map(({ found, keys }) => ({ name: found.value.name, keys })),
  )
  for (const person of people) {
    const { value } = person.found
    const full = names.find(value.name) ?? value.name
    const index = joined.findIndex(
      ({ found }) => nameKey(found.value.name) === nameKey(full) && found.value.state === value.state,
    )
    const there = joined[index]
    if (there === undefined) {
      const later = full === value.name ? person : { ...person, found: { ...person.found, value: { ...value, name: full } } }
      joined.push(later)
      continue
    }
    const before = there.found.value
    const role =
      before.role === null
        ? value.role
        : value.role === null || before.role.includes(value.role)
          ? before.role
          : `${before.role}, ${value.role}`
    const merged = { ...before, role, organisation: before.organisation ?? value.organisation }
    joined[index] = { keys: [...there.keys, ...person.keys], found: { ...there.found, value: merged } }
  }
  return joined
}

/** Of title, day, hours, place and language one each is offered; where the dates differ, the contradiction tells of the other. */
function oneOfEach(heads: readonly Found[]): readonly Found[] {
  const kept: Found[] = []
  for (const find of heads) {
    if (find.kind === 'time') {
      const before = kept.findIndex((one) => one.kind === 'time')
      const there = kept[before]
      if (there?.kind !== 'time') kept.push(find)
      else
        kept[before] = {
          ...there,
          value: {
            start: there.value.start ?? find.value.start,
            end: there.value.end ?? find.value.end,
            zone: there.value.zone ?? find.value.zone,
            zoneWords: there.value.zoneWords ?? find.value.zoneWords,
          },
        }
      continue
    }
    const there = kept.findIndex((one) => one.kind === find.kind && one.part === 'minutes')
    const any = kept.findIndex((one) => one.kind === find.kind)
    if (any < 0) kept.push(find)
    else if (there < 0 && find.part === 'minutes') kept[any] = find
    else if (find.kind === 'date') {
      const before = kept[any]
      if (before?.kind === 'date' && before.value.date === null && find.value.date !== null && before.part === find.part)
        kept[any] = find
      else if (
        before?.kind === 'date' &&
        before.part === find.part &&
        find.reason === 'label' &&
        before.certainty === 'candidate' &&
        find.certainty === 'marked'
      )
        kept[any] = find
      else if (
        before?.kind === 'date' &&
        before.part === find.part &&
        before.certainty === 'candidate' &&
        find.certainty === 'marked'
      )
        kept[any] = find
    }
  }
  return kept
}

/** A summary at the end repeats what was said where it was decided: the first one stays. A task that is a decision, too, stays a task. */
function withoutRepeats(decisions: readonly Found<'decision'>[], actions: readonly Found<'action'>[]): readonly Found[] {
  const seen = new Set<string>()
  const once = <F extends Found>(finds: readonly F[], textOf: (find: F) => string): readonly F[] =>
    finds.filter((find) => {
      const key = `${find.kind} ${nameKey(textOf(find))}`
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
  const settled = decisions.filter(
    (one) =>
      one.value.standing !== 'proposed' ||
      !decisions.some(
        (other) => other !== one && other.value.standing !== 'proposed' && nameKey(other.value.text) === nameKey(one.value.text),
      ),
  )
  const marked = [...actions].sort(
    (one, other) => Number(one.certainty === 'candidate') - Number(other.certainty === 'candidate'),
  )
  const tasks = once(marked, (find) => find.value.task)
  const overlap = (one: Found<'decision'>) =>
    one.certainty === 'candidate' &&
    tasks.some(
      (task) =>
        task.at.from === one.at.from &&
        nameKey(task.text) === nameKey(one.text) &&
        task.value.lead !== null &&
        one.value.verb !== 'agreed',
    )
  return [...once(settled, (find) => find.value.text).filter((one) => !overlap(one)), ...tasks]
}

/** The innermost item in whose section, or behind whose entry, something stands. */
function itemAround(find: Found, items: readonly ItemFound[]): ItemFound | null {
  const { section } = find
  const behind = items.filter(
    (item) =>
      item.found.part === find.part &&
      [...item.blocks, ...item.lines].some((block) => block.from <= find.at.from && block.to >= find.at.from),
  )
  const last = behind.at(-1)
  if (last !== undefined) return last.into ?? last
  if (section === null) return null
  const around = items.filter((item) => {
    const sections = item.isEntry ? [] : (item.found.sections ?? [])
    return sections.some((one) => one === section || allParts(one).includes(section))
  })
  const inner = around.at(-1)
  return inner === undefined ? null : (inner.into ?? inner)
}

function byPlace(one: Found, other: Found): number {
  if (one.part !== other.part) return one.part === 'minutes' ? -1 : 1
  return one.at.from - other.at.from
}
