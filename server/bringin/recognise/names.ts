import { folded } from './plainWords.ts'

/** Somebody who can be meant by a name in the text. */
export interface KnownPerson {
  readonly name: string
  /** Initials or a handle that the text gives for the name. */
  readonly keys: readonly string[]
}

const groupWords =
  /\b(?:team|group|committee|council|board|secretariat|members?|everyone|everybody|all|participants?|delegations?|chairs?|co-?chairs?|editors?|staff|office|bureau|working group|wg|subgroup|task force|tous|toutes|equipe|groupe|comite|secretariat|membres|participants|bureau|services?|direction|mairie|commission|rapporteurs?|coordinators?|coordinateur|coordinatrice|president|presidente|maire|treasurer|secretary|convener|chairperson|facilitator)\b/

const groupName = new RegExp(
  `^(?:(?:the|all|le|la|les|l'|tous les|toutes les|our|each|every)\\s?)?(?:[\\w&/'-]+\\s){0,4}?${groupWords.source.slice(2, -2)}(?:\\s(?:members|people|team|group|leads?|of [\\w ]{2,30}|de [\\w ]{2,30}))?$`,
)
const startsTask =
  /^(?:add|ask|assign|call|check|contact|create|discuss|draft|email|find|follow|get|give|help|inform|invite|join|let|make|meet|notify|prepare|remind|review|send|set|share|tell|thank|update|write|that|whether|if|how|when|where|what|not|and|or|in|on|at|with|for|from|of|to|by)\b/

/** The names of a text, and whom they mean. */
export class Names {
  readonly #byKey = new Map<string, string | null>()

  constructor(people: readonly KnownPerson[]) {
    for (const { name, keys } of people) {
      this.#add(name, name)
      for (const key of keys) this.#add(key, name)
      const parts = name.split(/[\s_]+/).filter((part) => /^\p{L}/u.test(part) && part.length > 1)
      const [first] = parts
      const last = parts.at(-1)
      if (parts.length > 1 && first !== undefined) this.#add(first, name)
      if (parts.length > 1 && last !== undefined) this.#add(last, name)
      const initials = parts.map((part) => part[0]).join('')
      if (initials.length >= 2 && initials.length <= 4) this.#add(initials, name, true)
    }
  }

  /** The full name that is meant, or null: not known, or more than one. */
  find(words: string): string | null {
    return this.#byKey.get(keyOf(words)) ?? null
  }

  /** Whether the words name a group of people or an office. */
  isGroup(words: string): boolean {
    const plain = folded(words).trim()
    return words.length <= 80 && groupName.test(plain) && !startsTask.test(plain)
  }

  /** A key that means two people means nobody; initials never displace a key that the text itself gives. */
  #add(key: string, name: string, isWeak = false): void {
    const plain = keyOf(key)
    const there = this.#byKey.get(plain)
    if (there === undefined) this.#byKey.set(plain, name)
    else if (there !== name && !isWeak) this.#byKey.set(plain, null)
  }
}

function keyOf(words: string): string {
  return folded(words)
    .replace(/^@/, '')
    .replace(/^(?:mme|mlle|mr|mrs|ms|mm|dr|prof|m)\.?\s+(?=\S)/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/[.,:;]+$/, '')
    .trim()
}

const particles =
  /^(?:de|du|des|d|da|di|del|della|van|von|der|den|la|le|les|el|al|bin|ibn|ben|y|e|of|ter|ten|dos|das|af|av|zu|st)$/
const notNames =
  /\b(?:foundation|council|committee|board|team|group|university|department|ministry|agency|institute|inc|ltd|gmbh|association|project|maintainers|members?|meeting|agenda|minutes|issue|http|https|www|none|nobody|tbd|tbc|n\/a|everyone|see|attached|list|quorum|welcome|discussion|various|others?|please|add|yourself|name|names|comite|conseil|commission|ministere|universite|neant|aucun|aucune|personne)\b/

/** Whether the words can be a person's name (or, in a list of delegations, a state or body): short, no sentence, no address. */
export function isNameLike(words: string): boolean {
  const text = words.trim()
  if (
    text.length < 2 ||
    text.length > 80 ||
    !/\p{L}{2}/u.test(text) ||
    /[:/\\=<>{}|]|\d{3}|[.!?;]$/.test(text.replace(/\b(?:jr|sr|dr|ph\.?d)\.$/i, ''))
  )
    return false
  const parts = text.split(/\s+/)
  return (
    parts.length <= 7 &&
    !notNames.test(folded(text)) &&
    !/\b(?:is|was|were|will|has|have|the|to|for|with|and|that|est|sont|pour|avec|qui|que|a)\b/i.test(text)
  )
}

/** Whether the words look like a person's name alone: capitals on all parts but the small ones between. */
export function isPersonLike(words: string): boolean {
  const parts = words.trim().split(/\s+/)
  if (!isNameLike(words) || parts.length > 5) return false
  return parts.every(
    (part) =>
      /^\p{Lu}/u.test(part) ||
      /^\p{Lo}/u.test(part) ||
      particles.test(folded(part).replace(/['.]/g, '')) ||
      /^d['’]\p{Lu}/u.test(part),
  )
}
