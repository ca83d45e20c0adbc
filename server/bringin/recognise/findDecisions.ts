import type { Standing } from '../../../shared/record/index.ts'
import type { Place } from '../Block.ts'
import { isDone } from './doneWords.ts'
import type { Found, Scene } from './Found.ts'
import { placedLines, placeOf, roleAround, withoutNick } from './lineWords.ts'
import { operativeWord, statedStanding } from './outcomeWords.ts'
import { folded, plainWords, sentencesOf } from './plainWords.ts'
import type { Section } from './sections.ts'

const label =
  /^[\s*_>•#-]*(resolved|resolution|agreed|agreement|decision|decisions?|decided|decision taken|consensus|conclusion|outcome|motion carried|motion passed|motion|moved|proposed resolution|proposal|proposed|resolutie|decide|deliberation|accord|recommendation|recommandation|vote)(?:\s+(?:n[°o]\s*)?[\w./-]*\d[\w./-]*)?\s*(?:\([^)]{1,60}\))?\s*[:–—]\s*(?:that\s+)?(\S.*)$/i
const bodies =
  "(?:team|group|panel|working party|forum|network|club|association|task force|jury|synod|senate|union|committee|subcommittee|board|council|meeting|members|working group|wg|tsc|tc|participants|conference|assembly|delegations|commission|plenary|trustees|directors|city council|city commission|states parties|contact group|room|attendees|community|conseil(?: municipal| d'administration| communautaire)?|comite|groupe(?: de travail)?|assemblee(?: generale)?|bureau|commission|reunion|participants|membres|conseillers)"
const verbs =
  '(?:agree[sd]?|decide[sd]?|resolve[sd]?|approve[sd]?|adopt(?:s|ed)|accept(?:s|ed)|endorse[sd]?|ratified|noted|notes|took note(?: of)?|takes note(?: of)?|confirmed|recommend(?:s|ed)|request(?:s|ed)|welcome[sd]|reaffirmed|recogni[sz]ed|underscored|emphasi[sz]ed|highlighted|encouraged|invited|called (?:up)?on|voted|elected|appointed|decide(?:nt)?|approuve(?:nt)?|adopte(?:nt)?|valide(?:nt)?|accepte(?:nt)?|convien(?:t|nent)|prend(?:s|nent)? acte(?: de)?|recommande(?:nt)?|demande(?:nt)?|souligne(?:nt)?|confirme(?:nt)?|vote(?:nt)?|designe(?:nt)?|elit|emet un avis favorable)'
const byBody = new RegExp(
  `^(?:then |ainsi,? |after (?:some )?discussion,? |following discussion,? |apres (?:echange|discussion|en avoir delibere|deliberation|vote)s?,? )?((?:the|le|la|les|l'|our|all)\\s?(?:[\\w'-]+\\s){0,3}?${bodies}(?:[\\w' -]{0,40}?)|everyone|all|we)\\s(?:has |have |also |then |unanimously |formally |, a l'unanimite,? |a |ont )?(${verbs})\\b[\\s,:]*(?:unanimously[\\s,]*|a l'unanimite[\\s,]*)?(.+)$`,
)
const impersonal =
  /^(?:so,? |then,? |finally,? |therefore,? )?(?:it (?:was|is|has been) (?:also |further |then |unanimously )?|il (?:est|a ete) |was )?(agreed|decided|resolved|noted|recommended|requested|decide|convenu|adopte|approuve|acte|propose et accepte)\s+(?:unanimously\s+)?(to|that|on|we|not|de|d'|que|qu'|a)\b\s*(.+)$/
const passive =
  /\b(?:was|were|is|are|has been|have been|be|a ete|ont ete|est|sont)\s+(?:(?:unanimously|formally|then|also|therefore)\s+)?(?:approved|adopted|accepted|ratified|endorsed|carried|elected|appointed|approuvee?s?|adoptee?s?|validee?s?|acceptee?s?|elue?s?|decidee?s?)\b/
const twoPeople =
  /^(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?:,\s\p{Lu}[\p{L}'’-]+)*\s(?:and|et)\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)\s(agreed|decided|conviennent|décident)\s+(?:that\s|to\s|de\s|que\s)?(.+)$/u
const future = /\b(?:if|whether|should be|to be|could be|would be|will be|must be|can be|needs? to be|si|devra|pourra)\s/

/** What was decided: by a heading, by a label, or, as candidates, by a verb of deciding in a sentence. */
export function findDecisions(scene: Scene): readonly Found<'decision'>[] {
  const found: Found<'decision'>[] = []
  let under: { readonly section: Section; readonly depth: number; readonly verb: string; readonly actor: string | null } | null =
    null
  for (const { line, section, next } of placedLines(scene)) {
    if (under !== null && (under.section !== section || line.depth <= under.depth || line.depth === 0)) under = null
    const role = roleAround(section)
    if (role === 'people' || role === 'later' || role === 'nextMeeting' || (role === 'agenda' && line.marker !== null)) continue
    const text = withoutNick(line.text)
    const labelled = fromLabel(scene, section, line, text, next?.kind === 'line' ? next.text : '')
    const done = doneUnder(scene, section, line, text)
    if (labelled !== null) found.push(labelled)
    else if (done !== null) found.push(done)
    else if (role === 'decisions') found.push(...fromList(scene, section, line, text))
    else if (under !== null) {
      if (line.marker !== null && line.depth === under.depth + 1)
        found.push(prose(scene, section, line, text, { verb: under.verb, rest: text, actor: under.actor }))
    } else if (role !== 'actions') {
      // "The group agreed on the following:" says nothing itself; the entries below it do.
      const opening = /:$/.test(text) && next?.kind === 'line' && next.depth > line.depth ? openingVerb(text) : null
      if (opening === null) found.push(...fromProse(scene, section, line, text))
      else under = { section, depth: line.depth, verb: opening.verb, actor: opening.actor }
    }
  }
  return found
}

function fromLabel(scene: Scene, section: Section, at: Place, text: string, next: string): Found<'decision'> | null {
  const plain = folded(text)
  const match = label.exec(plain)
  if (match === null || plain.length !== text.length) return null
  const [, name = '', rest = ''] = match
  const words = text.slice(text.length - rest.length).trim()
  if (words.length < 3 || /^(?:none|n\/a|aucune?|neant|-+)\.?$/i.test(words)) return null
  const outcome = /^(?:motion|moved|vote)$/.test(name)
    ? (motionOutcome(words) ?? motionOutcome(next.includes(':') ? '' : next))
    : null
  if (/^(?:motion|moved|vote)$/.test(name) && outcome === null) return null
  const isProposal = /^(?:propos|proposed)/.test(name)
  const standing =
    outcome ??
    (isProposal ? 'proposed' : /^(?:resol|agree|consensus|accord|motion )/.test(name) ? 'agreed' : statedStanding(words))
  const verb = isProposal
    ? ''
    : /^(?:agree|consensus|accord)/.test(name)
      ? 'agreed'
      : /^recomm/.test(name)
        ? 'recommended'
        : /^(?:conclusion|outcome)$/.test(name)
          ? (openingVerb(words)?.verb ?? '')
          : 'decided'
  const own = openingVerb(words)
  const value = { text: own?.rest ?? words, verb: own?.verb ?? verb, standing, actor: own?.actor ?? null }
  return make(scene, section, at, text, value, 'marked', 'label', [
    text
      .slice(0, text.length - rest.length)
      .replace(/[\s:–—]+$/u, '')
      .replace(/^[\s*_>•#-]+/, ''),
  ])
}

/** A line that calls itself an action and tells of something that was done: a result, and no task. */
function doneUnder(scene: Scene, section: Section, at: Place, text: string): Found<'decision'> | null {
  const words = /^[\s*_]*(?:actions?|action items?)\s*:\s*(\S.*)$/i.exec(text)?.[1]
  if (words === undefined || !isDone(words)) return null
  const verb = /\b(confirmed|approved|adopted)\b/i.exec(words)?.[1]
  const value = {
    text: words.trim(),
    verb: '',
    standing: statedStanding(words),
    actor: null,
  }
  return make(scene, section, at, text, value, 'candidate', 'verb', verb === undefined ? [] : [verb])
}

function motionOutcome(words: string): Standing | null {
  const plain = folded(words)
  if (/\b(?:failed|defeated|not carried|rejected|lost|rejetee?)\b/.test(plain)) return 'noAgreement'
  return /\b(?:carried|passed|approved|adopted|unanimous(?:ly)?|all in favou?r|adoptee?|a l'unanimite)\b/.test(plain)
    ? 'agreed'
    : null
}

/** An entry below a heading such as "Decisions"; entries below an entry belong to it. */
function fromList(
  scene: Scene,
  section: Section,
  at: Place & { readonly depth: number; readonly marker: string | null },
  text: string,
): readonly Found<'decision'>[] {
  if (at.depth > 1 || (at.depth === 1 && at.marker === null) || /:$/.test(text) || text.length < 4) return []
  if (
    /^(?:none|no (?:formal )?decisions?(?: (?:were )?(?:made|taken))?|n\/a|aucune?(?: decision)?|neant|tbd|-+)\.?$/i.test(
      folded(text),
    )
  )
    return []
  const heading = plainWords(section.title)
  const own = openingVerb(text)
  const verb =
    own?.verb ??
    (/agree|accord|consensus/.test(heading)
      ? 'agreed'
      : /decision|resol|deliberation|motion/.test(heading)
        ? 'decided'
        : /recomm/.test(heading)
          ? 'recommended'
          : '')
  const value = { text: own?.rest ?? text, verb, standing: statedStanding(text), actor: own?.actor ?? null }
  return [make(scene, section, at, text, value, 'marked', 'heading', [section.title])]
}

/** The operative word at the beginning, with who did it, as far as both are said. */
function openingVerb(text: string): { readonly verb: string; readonly rest: string; readonly actor: string | null } | null {
  const plain = folded(text)
  if (plain.length !== text.length) return null
  const body = byBody.exec(plain)
  if (body !== null) {
    const [, who = '', verb = '', rest = ''] = body
    const word = operativeWord(verb)
    const start = plain.indexOf(who)
    if (word !== null)
      return {
        verb: word,
        rest: text.slice(text.length - rest.length),
        actor: text.slice(start, start + who.length).replace(/^we$/i, '') || null,
      }
  }
  const none = impersonal.exec(plain)
  if (none !== null) {
    const [, verb = '', link = '', rest = ''] = none
    const word = operativeWord(verb === 'acte' ? 'decide' : verb)
    const from =
      text.length -
      rest.length -
      (/^(?:to|on|not|we|de|d'|a)$/.test(link)
        ? plain.slice(0, plain.length - rest.length).length - plain.lastIndexOf(link, plain.length - rest.length - 1)
        : 0)
    if (word !== null) return { verb: word, rest: text.slice(from).trim(), actor: null }
  }
  return null
}

function fromProse(scene: Scene, section: Section, at: Place, text: string): readonly Found<'decision'>[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (sentence.length > 900 || /\?$/.test(sentence)) return []
    const plain = folded(sentence)
    if (
      plain.length !== sentence.length ||
      /\b(?:previous|last|earlier|precedente?)\b.{0,40}\b(?:agreed|decided|decide)\b/.test(plain)
    )
      return []
    const opening = openingVerb(sentence)
    if (opening !== null) return [prose(scene, section, at, sentence, opening)]
    const pair = twoPeople.exec(sentence)
    if (pair !== null)
      return [prose(scene, section, at, sentence, { verb: 'agreed', rest: pair[3] ?? sentence, actor: pair[1] ?? null })]
    if (!passive.test(plain) || future.test(plain.slice(0, plain.search(passive) + 8))) return []
    return [prose(scene, section, at, sentence, { verb: '', rest: sentence, actor: null })]
  })
}

function prose(
  scene: Scene,
  section: Section,
  at: Place,
  sentence: string,
  { verb, rest, actor }: { readonly verb: string; readonly rest: string; readonly actor: string | null },
): Found<'decision'> {
  const value = { text: rest.trim(), verb, standing: statedStanding(sentence), actor }
  return make(scene, section, at, sentence, value, 'candidate', 'verb', verb === '' ? [] : [verb])
}

function make(
  scene: Scene,
  section: Section,
  at: Place,
  text: string,
  value: Omit<Found<'decision'>['value'], 'item'>,
  certainty: 'marked' | 'candidate',
  reason: 'label' | 'heading' | 'verb',
  reasonWords: readonly string[],
): Found<'decision'> {
  const { actor, text: words } = value
  return {
    kind: 'decision',
    value: { ...value, text: words.slice(0, 5000), actor: actor === null ? null : actor.slice(0, 160), item: null },
    part: scene.part,
    at: placeOf(at),
    text,
    certainty,
    reason,
    reasonWords,
    section,
  }
}
