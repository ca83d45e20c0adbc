import type { Names } from './names.ts'
import { isPersonLike } from './names.ts'
import { folded } from './plainWords.ts'

/** Who is to do something, and what is left of the words. */
export interface LeadFound {
  readonly lead: string | null
  readonly partners: readonly string[]
  readonly task: string
  /** The words say so by their form ("Ann to draft …"), not only by where they stand. */
  readonly isSaid: boolean
}

const opener =
  /^(.{1,80}?)\s+(to|will|shall|is to|are to|has to|needs? to|agreed to|volunteer(?:s|ed)? to|offered to|committed to|undertook to|promised to|(?:was|were|is|are) (?:asked|requested|invited|tasked|encouraged|instructed) to|must|should|doit|doivent|va|vont|devra|devront|se charge(?:nt)? (?:de|d')|s'engage(?:nt)? a|est charge(?:e|s|es)? (?:de|d')|sont charge(?:s|es)? (?:de|d')|s'occupe(?:nt)? (?:de|d')|propose(?:nt)? de|est invite(?:e|s)? a)\s+(\S.*)$/i
const named = /^([^:–—]{2,60}?)\s*(?::|\s[–—-]{1,2}\s|→|->)\s*(\S.*)$/u
const bracketTail =
  /\s*[([]\s*(?:(?:owner|lead|who|assigned(?: to)?|assignee|responsible|responsable|pilote|action|by|par|resp\.?)\s*:?\s*)?([^()[\]]{2,80})[)\]]\s*\.?$/i
const dashTail = /\s+[–—]{1,2}\s*([^–—:]{2,60})$/u
const handle = /^@([A-Za-z0-9][\w-]{0,40})\s*[:,–-]?\s+(?:to\s+|will\s+)?(\S.*)$/

/** Looks for the person or body at the beginning or at the end of a task. What names nobody we can tell stays in the words. */
export function leadOf(words: string, names: Names, isTask: boolean): LeadFound {
  const text = words.trim()
  const none: LeadFound = { lead: null, partners: [], task: text, isSaid: false }
  const marked = handle.exec(text)
  if (marked !== null)
    return { lead: names.find(marked[1] ?? '') ?? `@${marked[1]}`, partners: [], task: marked[2] ?? text, isSaid: true }
  const plain = folded(text)
  if (plain.length === text.length) {
    const opening = opener.exec(plain)
    if (opening !== null) {
      const [, whoPlain = '', verb = '', rest = ''] = opening
      const who = text.slice(0, whoPlain.length)
      const people = peopleIn(who, names, isTask)
      if (people !== null) {
        const isWeak = /^(?:should|must|needs? to|doit|doivent)$/.test(verb)
        return { ...people, task: text.slice(text.length - rest.length), isSaid: !isWeak }
      }
    }
  }
  if (!isTask) return none
  const colon = named.exec(text)
  const first = colon === null ? null : peopleIn((colon[1] ?? '').replace(/^\[|\]$/g, ''), names, false)
  if (colon !== null && first !== null) return { ...first, task: colon[2] ?? text, isSaid: true }
  const pieces = text.split(/\s+[–—]{1,2}\s+|\s+-\s+/)
  const place = pieces.findIndex((piece, index) => index > 0 && tailPeople(piece, false, names) !== null)
  const inside = place < 0 || pieces.length < 3 ? null : tailPeople(pieces[place] ?? '', false, names)
  if (inside !== null) return { ...inside, task: pieces.filter((_, index) => index !== place).join(' — '), isSaid: true }
  for (const tail of [bracketTail, dashTail]) {
    const match = tail.exec(text)
    const people =
      match === null
        ? null
        : tailPeople(match[1] ?? '', /(?:owner|lead|who|assign|respons|pilote|action|resp)/i.test(match[0]), names)
    if (match !== null && people !== null) return { ...people, task: text.slice(0, match.index).trim(), isSaid: true }
  }
  // "M. Vasseur contacte le syndicat": somebody known, and what they do.
  const subject =
    /^((?:(?:M|Mme|Mr|Ms|Mrs|Dr)\.?\s)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})\s+(\p{Ll}\S*(?:\s.*)?)$/u.exec(text)
  const known0 = subject === null ? null : names.find(subject[1] ?? '')
  if (subject !== null && known0 !== null && !/^(?:and|et|or|ou)\b/.test(subject[2] ?? ''))
    return { lead: known0, partners: [], task: subject[2] ?? text, isSaid: true }
  const gerund = /^(\S{2,20}(?:\s\S{2,20})??)\s+(\w+ing\b.*)$/.exec(text)
  const known = gerund === null ? null : names.find(gerund[1] ?? '')
  return gerund !== null && known !== null ? { lead: known, partners: [], task: gerund[2] ?? text, isSaid: true } : none
}

/** In brackets or behind a dash a single word may be anything: only a known name, a body, or a name of two parts counts. */
function tailPeople(words: string, isStated: boolean, names: Names): Pick<LeadFound, 'lead' | 'partners'> | null {
  const first = words.split(/[,;]\s*(?=(?:by|due|before|avant|pour|\d))/i)[0]?.trim() ?? ''
  if (isStated) return peopleIn(first, names, true)
  const people = peopleIn(first, names, true)
  const isSure =
    people?.lead != null &&
    (names.find(first) !== null || names.isGroup(first) || [people.lead, ...people.partners].every((one) => /\s/.test(one)))
  return isSure ? people : null
}

/**
 * The people that words name: known ones, bodies and offices, and, where a task is expected, what looks like a name.
 * Null when the words are no names.
 */
export function peopleIn(words: string, names: Names, isTask: boolean): Pick<LeadFound, 'lead' | 'partners'> | null {
  const text = words
    .replace(/^(?:and|then|also|et|puis|please|so)\s+/i, '')
    .replace(/[\s,:]+$/, '')
    .trim()
  if (
    text === '' ||
    text.length > 80 ||
    /^(?:we|i|he|she|it|they|this|that|there|need|on|nous|il|elle|ils|elles|cela|who|what|which|one|people|also|then)$/i.test(
      text,
    )
  )
    return null
  const whole = names.find(text)
  if (whole !== null) return { lead: whole, partners: [] }
  const pieces = text.split(/\s*(?:,|;|\/|&|\+|\s(?:and|et|with|avec)\s)\s*/).filter((piece) => piece !== '')
  const people = pieces.map((piece) => names.find(piece) ?? (isTask && isOneName(piece) ? piece : null))
  if (pieces.length > 0 && people.every((one) => one !== null)) {
    const [lead = null, ...partners] = people.filter((one) => one !== null)
    return { lead, partners }
  }
  // "the hardware and safety team", "those working on processes", "all".
  const isBody =
    (names.isGroup(text) && text.split(/\s+/).length <= 7) ||
    (isTask && /^(?:those|everyone|anyone|whoever|tous ceux|toutes celles)\b/i.test(text))
  return isBody && !/[.;?]/.test(text) && !isSentence(text) ? { lead: text, partners: [] } : null
}

function isOneName(words: string): boolean {
  const parts = words.split(/\s+/)
  if (parts.length > 4 || !isPersonLike(words)) return false
  // A single word with a capital may be the first word of any sentence: names have no common word among them.
  return parts.length > 1 || !commonWords.has(folded(words))
}

const commonWords = new Set(
  'action actions task tasks note notes next need needs more all people someone everybody it this that there the a an update review draft send email call check discuss create make follow continue consider organise organize prepare contact plan see add remove move write read share ask tell get set put use work look find start stop open close finish complete circulate schedule arrange invite publish provide develop finalise finalize confirm agree decide report meeting agenda members mkdocs document documents issue issues item items pr website page budget deadline date due who what when where monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december lundi mardi mercredi jeudi vendredi'.split(
    ' ',
  ),
)

function isSentence(words: string): boolean {
  return /\b(?:is|are|was|were|has|have|had|in|est|sont|for)\b/i.test(words) && !/^those\b/i.test(words)
}
