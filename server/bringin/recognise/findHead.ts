import type { BringInFind } from '../../../shared/protocol/index.ts'
import type { Reading } from '../Block.ts'
import { type DateMention, findDates } from './dates.ts'
import type { Found, Scene } from './Found.ts'
import { type HeadLine, headLines } from './headLines.ts'
import { languageOf } from './languageOf.ts'
import { folded } from './plainWords.ts'
import { findTime, zoneIn } from './times.ts'

type Reason = BringInFind['reason']
const root = { from: 1, to: 1 } as const

/** What the text says of the meeting itself: its title, day, hours, place and language. */
export function findHead(scene: Scene, stated: Reading['title']): readonly Found[] {
  const lines = headLines(scene)
  return [
    ...titleOf(scene, lines, stated),
    ...datesOf(scene, lines),
    ...timesOf(scene, lines),
    ...placesOf(scene, lines),
    ...language(scene),
  ]
}

function titleOf(scene: Scene, lines: readonly HeadLine[], stated: Reading['title']): readonly Found<'title'>[] {
  const make = (
    text: string,
    at: { from: number; to: number },
    reason: Reason,
    isMarked: boolean,
    label?: string,
  ): readonly Found<'title'>[] => {
    const words = text.replace(/\s+/g, ' ').trim().slice(0, 300)
    if (words === '') return []
    const certainty = isMarked ? 'marked' : 'candidate'
    return [
      {
        kind: 'title',
        value: { text: words },
        part: scene.part,
        at,
        text: words,
        certainty,
        reason,
        reasonWords: label === undefined ? [] : [label],
        section: null,
      },
    ]
  }
  const heading = scene.titleSection?.heading
  const better =
    heading == null || speaksOfMeeting(heading.text, scene.language)
      ? undefined
      : lines
          .slice(0, 4)
          .find(
            (line) =>
              line.isOpening &&
              line.kind === null &&
              line.text.length <= 160 &&
              !/[.;]$|:/.test(line.text) &&
              speaksOfMeeting(line.text, scene.language) &&
              findDates(line.text, scene.language).length > 0,
          )
  if (better !== undefined) return make(better.text, better.at, 'firstLine', false)
  if (heading != null) return make(heading.text, heading, 'firstHeading', true)
  const label = lines.find((line) => line.kind === 'title' && line.rest !== '')
  if (label !== undefined) return make(label.rest, label.at, 'label', true, label.label ?? undefined)
  if (stated !== null) return make(stated.text, { from: stated.line, to: stated.line }, 'label', true, 'title')
  const first = scene.sections.flatMap((section) => section.blocks)[0]
  if (
    first?.kind === 'line' &&
    first.from <= 5 &&
    first.text.length <= 100 &&
    !/[.!?]$/.test(first.text) &&
    first.marker === null &&
    lines.every((line) => line.at !== first || line.kind === null)
  ) {
    return make(first.text, first, 'firstLine', false)
  }
  const name = scene.fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return make(name, root, 'fileName', false)
}

/** Every date that the opening states; the first is the meeting's, others that differ are for the contradictions. */
const meetingWords =
  /\b(?:meeting|minutes|session|conference|call|committee|council|board|assembly|report|group|association|reunion|compte[- ]rendu|cr|pv|hebdo|point|sync|standup|proces[- ]verbal|conseil|comite|assemblee|seance)\b/

function speaksOfMeeting(text: string, language: string): boolean {
  return meetingWords.test(folded(text)) || findDates(text, language).length > 0
}

function datesOf(scene: Scene, lines: readonly HeadLine[]): readonly Found<'date'>[] {
  const found: Found<'date'>[] = []
  const add = (
    mention: DateMention,
    at: { from: number; to: number },
    text: string,
    reason: Reason,
    isMarked: boolean,
    words: readonly string[] = [],
  ) => {
    const isSure = isMarked && mention.date !== null && !mention.isByLanguage && mention.until === null
    found.push({
      kind: 'date',
      value: { date: mention.date },
      part: scene.part,
      at: { from: at.from, to: at.to },
      text,
      certainty: isSure ? 'marked' : 'candidate',
      reason: mention.isImpossible
        ? 'noSuchDay'
        : mention.date === null
          ? 'unclearDate'
          : mention.isByLanguage
            ? 'dayFirst'
            : reason,
      reasonWords: [mention.words, ...words],
      choices: mention.choices,
      section: null,
    })
  }
  const first = (text: string) => findDates(text, scene.language)[0]
  for (const line of lines) {
    if (line.kind !== 'date' && line.kind !== 'start') continue
    const mention = first(line.rest)
    if (mention !== undefined) add(mention, line.at, line.text, 'label', true, [line.label ?? ''])
  }
  const heading = scene.titleSection?.heading
  const inTitle = heading == null ? undefined : first(heading.text)
  if (heading != null && inTitle !== undefined) add(inTitle, heading, heading.text, 'dateInTitle', true)
  for (const line of lines.slice(0, 12)) {
    if (line.kind !== null || !line.isOpening || line.text.length > 400) continue
    const mention = first(line.text)
    if (mention === undefined) continue
    const others = folded(line.text.slice(0, mention.from) + line.text.slice(mention.to)).replace(
      /\b(?:utc|gmt|from|to|at|am|pm|a|de|le|the|held|on|h)\b|[^a-z]/g,
      '',
    )
    if (found.length === 0 || others.length < 24) add(mention, line.at, line.text, 'dateInText', others.length < 24)
  }
  const inName = found.length === 0 ? first(scene.fileName.replace(/(\d)_(\d)/g, '$1-$2')) : undefined
  if (inName !== undefined) add(inName, root, scene.fileName, 'fileName', false)
  return found
}

const opened =
  /\b(?:called (?:the meeting )?to order|meeting (?:was )?(?:opened|started|began|convened)|(?:opened|started|convened) the meeting|(?:seance|reunion) (?:est |a ete )?(?:ouverte|debute|commence)|ouvre la (?:seance|reunion)|ouverture de la seance|s'est reunie?|se sont reunis)\b[^.]{0,60}?(?=\d)/
const closed =
  /\b(?:adjourned|meeting (?:was )?(?:closed|ended|concluded)|(?:closed|ended) the meeting|(?:seance|reunion) (?:est |a ete )?(?:levee|close|cloturee|terminee)|leve la seance|fin de la (?:reunion|seance))\b[^.]{0,60}?(?=\d)/

function timesOf(scene: Scene, lines: readonly HeadLine[]): readonly Found<'time'>[] {
  const zoneLine = lines.find((line) => line.kind === 'zone' && line.rest !== '')
  const zoneOfLine =
    zoneLine === undefined ? null : { words: zoneLine.rest.slice(0, 80), zone: zoneIn(zoneLine.rest)?.zone ?? null }
  const make = (
    value: Found<'time'>['value'],
    at: { from: number; to: number },
    text: string,
    reason: Reason,
    isMarked: boolean,
  ): Found<'time'> => {
    const zoned =
      value.zoneWords === null && zoneOfLine !== null ? { ...value, zone: zoneOfLine.zone, zoneWords: zoneOfLine.words } : value
    return {
      kind: 'time',
      value: zoned,
      part: scene.part,
      at: { from: at.from, to: at.to },
      text,
      certainty: isMarked ? 'marked' : 'candidate',
      reason,
      reasonWords: [],
      section: null,
    }
  }
  const found: Found<'time'>[] = []
  for (const line of lines) {
    if (line.kind !== 'date' && line.kind !== 'time' && line.kind !== 'start' && line.kind !== 'end') continue
    const time = findTime(withoutDates(line.rest, scene.language))
    if (time === null) continue
    const { start, end, zone, zoneWords } = time
    found.push(
      make(
        line.kind === 'end' ? { start: null, end: end ?? start, zone, zoneWords } : { start, end, zone, zoneWords },
        line.at,
        line.text,
        'label',
        true,
      ),
    )
  }
  if (found.length === 0) {
    for (const line of lines.slice(0, 12)) {
      if (line.kind !== null || !line.isOpening || line.text.length > 400) continue
      const time = findTime(withoutDates(line.text, scene.language))
      if (time === null || (time.end === null && findDates(line.text, scene.language).length === 0)) continue
      const { start, end, zone, zoneWords } = time
      found.push(make({ start, end, zone, zoneWords }, line.at, line.text, 'dateInText', line.text.length < 80))
      break
    }
  }
  for (const section of scene.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'line' || block.isQuote || block.text.length > 600) continue
      const plain = folded(block.text)
      if (plain.length !== block.text.length) continue
      const [start, end] = [opened.exec(plain), closed.exec(plain)].map((match) =>
        match === null ? null : findTime(block.text.slice(match.index, match.index + match[0].length + 20)),
      )
      const startsAt = found.some((one) => one.value.start !== null) ? null : (start?.start ?? null)
      const endsAt = found.some((one) => one.value.end !== null) ? null : (end?.start ?? null)
      if (startsAt === null && endsAt === null) continue
      const zone = start ?? end
      found.push(
        make(
          { start: startsAt, end: endsAt, zone: zone?.zone ?? null, zoneWords: zone?.zoneWords ?? null },
          block,
          block.text,
          'said',
          false,
        ),
      )
    }
  }
  return found
}

/** Without its dates, whose numbers are no hours. */
function withoutDates(text: string, tag: string): string {
  let rest = text
  for (const { from, to } of [...findDates(text, tag)].reverse()) rest = `${rest.slice(0, from)} ; ${rest.slice(to)}`
  return rest
}

const heldAt =
  /\b(?:held|met|meeting was held|took place|se sont reunis|s'est reuni|s'est reunie|s'est tenue?|reunion tenue|tenue|reunis)\b[^.]{0,60}?\s(?:in|at|a la|au|a|en|dans)\s+(?:the\s+|la\s+|le\s+)?/

function placesOf(scene: Scene, lines: readonly HeadLine[]): readonly Found<'place'>[] {
  const make = (text: string, line: HeadLine, reason: Reason, isMarked: boolean): Found<'place'> => {
    const certainty = isMarked ? 'marked' : 'candidate'
    return {
      kind: 'place',
      value: { text: text.slice(0, 300) },
      part: scene.part,
      at: line.at,
      text: line.text,
      certainty,
      reason,
      reasonWords: line.label === null ? [] : [line.label],
      section: null,
    }
  }
  const labelled = lines.find((line) => line.kind === 'place' && /\p{L}/u.test(line.rest))
  if (labelled !== undefined) return [make(labelled.rest, labelled, 'label', true)]
  for (const line of lines.slice(0, 15)) {
    const plain = folded(line.text)
    const match = plain.length === line.text.length && line.isOpening ? heldAt.exec(plain) : null
    if (match === null) continue
    const place = /^\p{Lu}[^.;:(),]{1,60}?(?:, \p{Lu}[^.;:(),]{1,40}?)?(?=,? (?:on|from|le|du|at|with|under)\b|[.,;]|$)/u.exec(
      line.text.slice(match.index + match[0].length),
    )?.[0]
    if (place !== undefined) return [make(place, line, 'said', false)]
  }
  return []
}

function language(scene: Scene): readonly Found<'language'>[] {
  const found = languageOf(scene.lines.join('\n'))
  if (found === null) return []
  return [
    {
      kind: 'language',
      value: { tag: found.tag },
      part: scene.part,
      at: root,
      text: scene.lines[0] ?? '',
      certainty: 'candidate',
      reason: 'letters',
      reasonWords: [],
      section: null,
    },
  ]
}
