import { findDates } from './dates.ts'
import type { Found, Scene } from './Found.ts'
import { roleOfHeading } from './headingRoles.ts'
import { labelKindOf } from './labels.ts'
import { placedLines, placeOf, roleAround, withoutNick } from './lineWords.ts'
import { folded, sentencesOf, splitLabel } from './plainWords.ts'
import type { Section } from './sections.ts'
import { findTime } from './times.ts'

const spoken =
  /\b(?:next (?:meeting|call|session|sitting)(?: of the [\w ]{3,40})? (?:is|will be|will take place|is scheduled|was scheduled|was set|has been set|would be)|(?:we|the (?:group|committee|team|council|board)) (?:will|shall|agreed to|is to) (?:next )?(?:meet|reconvene)(?: again)?|meet again (?:on|in|at)|prochaine (?:reunion|seance|rencontre) (?:est|sera|aura lieu|se tiendra|est fixee|est prevue|le)|prochain (?:conseil|comite|rendez-vous|rdv) (?:est|sera|aura lieu|se tiendra|le))\b/

/** When and where the next meeting is, as far as it is said. */
export function findNextMeeting(scene: Scene): readonly Found<'nextMeeting'>[] {
  const found = scene.sections.flatMap((section) => (section.role?.kind === 'nextMeeting' ? fromSection(scene, section) : []))
  const later =
    found.length > 0
      ? []
      : scene.sections.flatMap((section) => (section.role?.kind === 'later' ? firstDated(scene, section) : []))
  const others: Found<'nextMeeting'>[] = []
  for (const { line, section } of placedLines(scene)) {
    if (section.role?.kind === 'nextMeeting' || section.role?.kind === 'later') continue
    const text = withoutNick(line.text)
    const label = splitLabel(text)
    if (label !== null && label.rest !== '' && roleOfHeading(label.label)?.kind === 'nextMeeting') {
      if (found.length === 0) others.push(make(scene, section, line, text, label.rest, 'marked', 'label', [label.label]))
      continue
    }
    if (roleAround(section) === 'people' || found.length > 0) continue
    const sentence = sentencesOf(text).find((one) => spoken.test(folded(one)) && !/\?$/.test(one))
    if (sentence !== undefined) others.push(make(scene, section, line, sentence, sentence, 'candidate', 'said', []))
  }
  return [...found, ...others, ...(others.length === 0 ? later : [])]
}

/** All that the section says, in one find: a day in one line and an hour in the next belong together. */
function fromSection(scene: Scene, section: Section): readonly Found<'nextMeeting'>[] {
  const lines = section.blocks.filter((block) => block.kind === 'line' && !block.isQuote)
  const said = lines.filter((block) => block.kind === 'line' && says(block.text, scene.language))
  const [first] = said
  const last = said.at(-1)
  if (first === undefined || last === undefined) return []
  const words = said.map((block) => (block.kind === 'line' ? withoutLabel(block.text) : '')).join('; ')
  return [
    make(
      scene,
      section,
      { from: first.from, to: last.to },
      said.map((block) => (block.kind === 'line' ? block.text : '')).join(' / '),
      words,
      'marked',
      'heading',
      [section.title],
    ),
  ]
}

/** Whether a line says when or where: an address of a calendar does not. */
function says(text: string, language: string): boolean {
  const label = splitLabel(text)
  const kind = label === null ? null : labelKindOf(label.label)
  if (kind === 'date' || kind === 'time' || kind === 'place' || kind === 'start') return (label?.rest ?? '') !== ''
  return (
    findDates(text, language).length > 0 ||
    findTime(text) !== null ||
    /\b(?:tbd|tbc|to be (?:decided|confirmed|announced|determined)|next (?:week|month|year)|week of|semaine (?:du|de)|(?:mon|tues|wednes|thurs|fri)day|lundi|mardi|mercredi|jeudi|vendredi|a definir|a fixer|a determiner|a confirmer|same time|doodle)\b/.test(
      folded(text),
    )
  )
}

function withoutLabel(text: string): string {
  const label = splitLabel(text)
  return label !== null && labelKindOf(label.label) !== null ? label.rest : text
}

/** The first entry with a day in a list of what comes later. */
function firstDated(scene: Scene, section: Section): readonly Found<'nextMeeting'>[] {
  const line = section.blocks.find(
    (block) =>
      block.kind === 'line' && (findDates(block.text, scene.language).length > 0 || /^\d{1,2}[/.]\d{1,2}\b/.test(block.text)),
  )
  return line?.kind === 'line' ? [make(scene, section, line, line.text, line.text, 'candidate', 'heading', [section.title])] : []
}

function make(
  scene: Scene,
  section: Section,
  at: { from: number; to: number },
  text: string,
  words: string,
  certainty: 'marked' | 'candidate',
  reason: Found<'nextMeeting'>['reason'],
  reasonWords: readonly string[],
): Found<'nextMeeting'> {
  const dates = findDates(words, scene.language)
  // Two days, one of them perhaps denied ("not Monday 27th"), are no day.
  const [only, ...more] = dates
  const date = only !== undefined && more.length === 0 && !only.isByLanguage ? only.date : null
  const time = findTime(words.replace(only?.words ?? '\0', ' ; '))
  const place = section.blocks
    .flatMap((block) => (block.kind === 'line' ? [splitLabel(block.text)] : []))
    .find((one) => one !== null && labelKindOf(one.label) === 'place')
  const value = {
    words: words.slice(0, 300),
    date,
    time: time?.start ?? null,
    place: place === undefined || place === null || place.rest === '' ? null : place.rest.slice(0, 300),
  }
  return { kind: 'nextMeeting', value, part: scene.part, at: placeOf(at), text, certainty, reason, reasonWords, section }
}
