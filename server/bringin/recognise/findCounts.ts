import type { Found, Scene } from './Found.ts'
import { placedLines, placeOf } from './lineWords.ts'
import { folded, splitLabel } from './plainWords.ts'

const who =
  '(?:people|persons|participants?|members|attendees|delegations|states parties|states|representatives|delegates|organi[sz]ations|councillors|personnes|participants|membres|delegations|etats(?: parties)?|conseillers|presents)'
const sentence = new RegExp(
  `\\b((?:over|more than|about|around|some|nearly|at least|plus de|environ|pres de|quelque)\\s+)?(\\d{1,4}|twenty|thirty|forty|fifty|a dozen)\\s+((?:voting |board |committee |registered )?${who})\\s+(?:(?:were|was|are|took|attended|participated|joined|in|ont|etaient|sont)\\b)`,
)

/** A stated count of who took part, as its own words: "over 20 States Parties took part", "Présents : 15". */
export function findCounts(scene: Scene): readonly Found<'count'>[] {
  const found: Found<'count'>[] = []
  for (const section of scene.sections) {
    const stated =
      section.role?.kind === 'people'
        ? /\(\s*(\d{1,4})\s*\)|[-–—:]\s*(\d{1,4}(?:\s+\p{L}+)??)(?:\s+\p{L}+){0,3}\s*$/u.exec(section.heading?.text ?? '')
        : null
    const count = stated?.[1] ?? stated?.[2]
    if (count !== undefined && section.heading !== null)
      found.push(make(scene, section.heading, section.heading.text, count, section))
  }
  for (const { line, section } of placedLines(scene)) {
    const label = splitLabel(line.text)
    const isCount =
      label !== null &&
      /^(?:present|presents|presence|attendance|attendees|participants|members present|number (?:of (?:people|members|attendees|participants) )?(?:present|attending)?|nombre de (?:presents|participants|membres presents)|(?:membres|conseillers) presents|en exercice|quorum)$/.test(
        folded(label.label),
      ) &&
      /^\d{1,4}(?:\s+\p{L}+)?\.?$/u.test(label.rest)
    if (isCount && !/quorum|en exercice/.test(folded(label.label)))
      found.push(make(scene, line, line.text, label.rest.replace(/\.$/, ''), section))
    const plain = folded(line.text)
    const match = plain.length === line.text.length ? sentence.exec(plain) : null
    if (match === null || line.text.length > 700) continue
    const length =
      (match[1] ?? '').length + match[0].slice((match[1] ?? '').length).indexOf(match[3] ?? '') + (match[3] ?? '').length
    found.push(make(scene, line, line.text, line.text.slice(match.index, match.index + length), section))
  }
  return found
}

function make(
  scene: Scene,
  at: { from: number; to: number },
  text: string,
  words: string,
  section: Found['section'],
): Found<'count'> {
  const type = /\bstates?\b|\betats?\b/.test(folded(words)) ? 'state' : 'other'
  return {
    kind: 'count',
    value: { words: words.slice(0, 100), type },
    part: scene.part,
    at: placeOf(at),
    text,
    certainty: 'candidate',
    reason: 'said',
    reasonWords: [],
    section,
  }
}
