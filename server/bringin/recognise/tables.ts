import type { Table } from '../Block.ts'
import { isNameLike } from './names.ts'
import { isRoleLike, type PersonEntry, readPersonEntry } from './personEntry.ts'
import { plainWords } from './plainWords.ts'

/** Which column of a list of people holds what. */
export interface PersonColumns {
  readonly name: number
  readonly surname: number
  readonly organisation: number
  readonly role: number
  readonly state: number
  readonly apologies: number
}

/** The columns of a table of people; null when it is none. */
export function personColumns(table: Table): PersonColumns | null {
  const head = table.head?.map(plainWords)
  if (head === undefined) {
    const looksLikeNames = table.rows.length >= 2 && table.rows.every(({ cells }) => isNameLike(cells[0] ?? ''))
    return looksLikeNames ? { name: 0, surname: -1, organisation: 1, role: -1, state: -1, apologies: -1 } : null
  }
  const at = (pattern: RegExp) => head.findIndex((words) => pattern.test(words))
  const surname = at(/^(?:surname|last name|family name|nom de famille)$/)
  const first = at(/^(?:prenom|first name|given name)$/)
  const named = at(
    /^(?:name|names|full name|attendee|attendees|participant|participants|member|members|person|who|nom|noms|nom et prenom|nom prenom|prenom nom|membre|membres|representative|delegate)$/,
  )
  const name = first >= 0 ? first : named
  if (name < 0) return null
  return {
    name,
    surname: surname >= 0 ? surname : first >= 0 ? named : -1,
    organisation: at(
      /^(?:organi[sz]ation|org|company|affiliation|employer|institution|country|state|delegation|body|agency|organisme|structure|entreprise|societe|pays|collectivite|service|representing)$/,
    ),
    role: at(/^(?:role|function|title|position|office|fonction|qualite|titre)$/),
    state: at(/^(?:present|attended|attendance|status|here|presence|presents?|statut|emargement)$/),
    apologies: at(/^(?:apologies|regrets|absent|excused?|excuses?)$/),
  }
}

/** The person of a row; null when it names nobody. */
export function personOfRow(cells: readonly string[], columns: PersonColumns): PersonEntry | null {
  const cell = (index: number) => (index < 0 ? '' : (cells[index] ?? '').trim())
  const entry = readPersonEntry([cell(columns.name), cell(columns.surname)].filter((words) => words !== '').join(' '))
  if (entry === null) return null
  const organisation = cell(columns.organisation) || null
  const isRole = organisation !== null && columns.role < 0 && isRoleLike(organisation)
  return {
    ...entry,
    organisation: entry.organisation ?? (isRole ? null : organisation),
    role: entry.role ?? (cell(columns.role) || (isRole ? organisation : null)),
    state:
      stateOf(plainWords(cell(columns.state)) || cell(columns.state), columns.state >= 0) ??
      (isYes(cell(columns.apologies)) ? 'apologies' : entry.state),
  }
}

function stateOf(words: string, isAsked: boolean): PersonEntry['state'] {
  if (!isAsked) return null
  if (/^(?:apolog|regret|excus)/.test(words)) return 'apologies'
  if (/^(?:no|non|absent|a|n|✗|❌|-)/.test(words)) return 'absent'
  return isYes(words) || /^present/.test(words) ? 'present' : null
}

function isYes(words: string): boolean {
  return /^(?:yes|y|oui|o|x|p|✓|✔|✅|1)$/i.test(words.trim())
}

/** Which column of a list of tasks holds what. */
export interface ActionColumns {
  readonly task: number
  readonly lead: number
  readonly due: number
  readonly status: number
}

/** The columns of a table of tasks; null when it is none. */
export function actionColumns(table: Table): ActionColumns | null {
  const head = table.head?.map(plainWords)
  if (head === undefined) return null
  const at = (pattern: RegExp) => head.findIndex((words) => pattern.test(words))
  const task = at(
    /^(?:actions?|action items?|action points?|tasks?|what|to do|todo|description|description of action|items?|taches?|quoi|mesures?|follow-up|actions? a mener|actions? required|deliverable)$/,
  )
  const lead = at(
    /^(?:owners?|who|leads?|responsib(?:le|ility)|responsible (?:person|party)|person responsible|assigned(?: to)?|assignees?|by whom|champion|responsables?|qui|pilotes?|porteurs?|en charge|referents?|lead\/partners?|action by|actionee)$/,
  )
  const due = at(
    /^(?:due|due date|deadline|when|by|by when|date|target date|target|timeline|timing|completion date|echeances?|quand|delais?|date limite|pour le|date butoir)$/,
  )
  if (task < 0 || (lead < 0 && due < 0)) return null
  return { task, lead, due, status: at(/^(?:status|state|done|progress|statut|etat|avancement|fait)$/) }
}
