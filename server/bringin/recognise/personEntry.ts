import { isNameLike, isPersonLike } from './names.ts'
import { folded } from './plainWords.ts'

/** What one entry of a list of people says. */
export interface PersonEntry {
  readonly name: string
  readonly organisation: string | null
  readonly role: string | null
  /** Initials or a handle. */
  readonly keys: readonly string[]
  /** Said in the entry itself: "(apologies)", "(excusée)". */
  readonly state: 'present' | 'apologies' | 'absent' | null
  /** What stands behind the name cannot be told apart from it. */
  readonly isUnclear: boolean
}

const roleWords =
  /^(?:(?:acting|deputy|vice|co|past|incoming|outgoing|first|second|meeting|recording|group|wg|committee|board|non-voting|voting|the)[\s-]+)*(?:chair|chairs|chairperson|chairman|chairwoman|co-?chair|vice-?chair|secretary|rapporteur|rapporteuse|scribe|minutes|minute taker|note ?taker|notes|treasurer|president|presidente|facilitator|moderator|convener|convenor|host|observer|guest|secretariat|member|editor|clerk|coordinator|director|executive director|ceo|cto|mayor|councillor|councilor|alderman|trustee|staff|invited expert|voting member|regular member|maire|adjoint|adjointe|premier adjoint|1er adjoint|conseiller|conseillere|conseiller municipal|conseillere municipale|secretaire|secretaire de seance|animateur|animatrice|invite|invitee|observateur|observatrice|coordinateur|coordinatrice|tresorier|tresoriere|directeur|directrice|head of delegation|alternate|adviser|advisor|speaker|presenter|remote|remotely|online|by phone|in person|via zoom|en visio|a distance|distanciel|late|left early|partial|ex officio|liaison)(?:\s+(?:of|de|du|des|for|-)\s+.{1,60})?$/
const apologyWords = /^(?:apologies|apology|regrets|excused|excuse|excusee|sends? apologies|absent excuse|absente excusee)$/
const absentWords = /^(?:absent|absente|not present|no show|n)$/

/** Whether the words say what somebody was at the meeting, and not where they come from. */
export function isRoleLike(words: string): boolean {
  return roleWords.test(folded(words).replace(/[.*]/g, '').trim())
}

/** Reads one entry: a name with what stands in brackets, behind a dash or behind commas. Null when it names nobody. */
export function readPersonEntry(text: string): PersonEntry | null {
  let words = text
    .replace(/<?[\w.+-]+@[\w-]+\.[\w.]+>?/g, ' ')
    .replace(/[*†‡]+/g, ' ')
    .replace(/^(?:and |et )?(?:M\.|Mme\.?|Mmes|MM\.|Mlle\.?|Mr\.?|Mrs\.?|Ms\.?)\s+(?=\p{Lu})/u, '')
    .replace(/\s+/g, ' ')
    .trim()
  const keys: string[] = []
  const found: { organisation: string | null; role: string | null; state: PersonEntry['state'] } = {
    organisation: null,
    role: null,
    state: null,
  }
  const key = /^(\p{Lu}{2,4})\s*[:=–-]\s+(?=\p{L})/u.exec(words)
  if (key !== null) {
    keys.push(key[1] ?? '')
    words = words.slice(key[0].length)
  }
  // A handle is a key of its own and no organisation.
  words = words.replace(/[([]?(?<![\w.])@([A-Za-z0-9][\w-]{0,40})[)\]]?/g, (_, handle: string) => {
    keys.push(handle)
    return ' '
  })
  const trailing: string[] = []
  words = words.replace(/\s*[([]([^()[\]]*)[)\]]\s*([^([]*)/g, (_, inside: string, behind: string) => {
    for (const piece of inside.split(/\s*[,;–/]\s+|\s+-\s+/)) takeFact(piece, found, keys)
    if (behind.replace(/[\s\p{P}]/gu, '') !== '') trailing.push(behind.trim().replace(/[.,;]+$/, ''))
    return ' '
  })
  const [head = '', ...tail] = words.split(/\s+[–—-]+\s+|\s*[,|]\s+|\s*–\s*|\t+/).map((piece) => piece.trim())
  for (const piece of [...tail, ...trailing]) takeFact(piece, found, keys)
  const name = head
    .replace(/^(?:and|et|&)\s+/i, '')
    .replace(/[\s,;:.–-]+$/u, '')
    .trim()
  if (!isNameLike(name)) return null
  return { name, ...found, keys, isUnclear: false }
}

function takeFact(
  words: string,
  found: { organisation: string | null; role: string | null; state: PersonEntry['state'] },
  keys: string[],
): void {
  const piece = words.trim().replace(/^[:,;]\s*|[.,;]+$/g, '')
  const plain = folded(piece)
  if (piece === '') return
  if (apologyWords.test(plain)) found.state = 'apologies'
  else if (absentWords.test(plain)) found.state = 'absent'
  else if (/^(?:present|presente|p|x|✓|yes|oui)$/.test(plain)) found.state = 'present'
  else if (/^(?:he|she|they)\/\w+/.test(plain)) return
  else if (/^\p{Lu}{2,3}$/u.test(piece) && keys.length === 0 && found.organisation !== null) keys.push(piece)
  else if (isRoleLike(piece)) found.role ??= piece
  else if (found.organisation === null && piece.length <= 160) found.organisation = piece
  else found.role ??= piece.length <= 120 ? piece : null
}

/** Splits a line that lists several people: at semicolons where there are some, else at commas and "and". */
export function splitPeople(text: string): readonly string[] {
  const words = text.replace(/\.\s*$/, '').trim()
  const pieces = outside(words, ';').length > 1 ? outside(words, ';') : outside(words, ',')
  if (outside(words, ';').length > 1) return pieces
  // "Ann Smith, Acme": one comma whose second half is no name is a name with where it comes from.
  const [first = '', second = ''] = pieces
  if (pieces.length === 2 && isPersonLike(bare(first)) && !isPersonLike(bare(second)) && !/\s(?:and|et|&)\s/.test(second))
    return [words]
  if (pieces.length === 2 && isRoleLike(second)) return [words]
  return pieces.flatMap((piece) => {
    const parts = piece.split(/\s+(?:and|et|&)\s+/)
    return parts.every((part) => isNameLike(bare(part).replace(/^(?:and|et)\s+/i, ''))) ? parts : [piece]
  })
}

function bare(text: string): string {
  return text
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/@[\w-]+/g, ' ')
    .replace(/^(?:and|et)\s+/i, '')
    .trim()
}

/** Splits at a sign that stands outside brackets. */
function outside(text: string, sign: string): readonly string[] {
  const pieces: string[] = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(' || letter === '[') depth += 1
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1)
    if (letter === sign && depth === 0) pieces.push('')
    else pieces[pieces.length - 1] = `${pieces.at(-1) ?? ''}${letter}`
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}
