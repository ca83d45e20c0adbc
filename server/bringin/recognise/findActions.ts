import type { ActionStatus } from '../../../shared/record/index.ts'
import type { Line, Place, Table } from '../Block.ts'
import { isDone } from './doneWords.ts'
import { dueOf, dueOfField } from './dueOf.ts'
import type { Found, Scene } from './Found.ts'
import { leadOf, peopleIn } from './leadOf.ts'
import { placedLines, placeOf, roleAround, withoutNick } from './lineWords.ts'
import type { Names } from './names.ts'
import { folded, sentencesOf } from './plainWords.ts'
import type { Section } from './sections.ts'
import { actionColumns } from './tables.ts'

const label =
  /^[\s*_>•#-]*(?:\[?(?:new )?(actions?|action items?|action points?|actions? required|ai|a\.i\.|todo|to[- ]do|task|tasks|follow[- ]up|next steps?|tache|taches|a faire|suite a donner|suites a donner)\]?)(?![\p{L}])(?:[\s-]*(?:n[°o]\s*)?#?\d[\w./-]*)?\s*(?:[([]([^)\]]{1,60})[)\]]|(?:on|for|pour)?\s*@?([\p{L}][\p{L}.'’_-]*(?:\s[\p{L}][\p{L}.'’_-]*){0,2}))?\s*[:–—]\s*(\S.*)$/iu
const pointed = /\b(?:action point|action item|point d'action|action a mener)\b\s*:?\s*(.{8,})$/i
const nothing = /^(?:none|no (?:new )?actions?\b.{0,60}|nothing|n\/a|nil|aucune?(?: action)?|neant|rien|-+)\.?$/i

type Value = Found<'action'>['value']

/** What somebody is to do: by a heading, a label or a table, or, as candidates, by a sentence that says who will do what. */
export function findActions(scene: Scene, names: Names): readonly Found<'action'>[] {
  const found: Found<'action'>[] = []
  let lead: { section: Section; depth: number; lead: string | null; partners: readonly string[] } | null = null
  for (const { line, section, next } of placedLines(scene)) {
    const role = roleAround(section)
    if (role === 'people' || role === 'later' || role === 'nextMeeting' || (role === 'agenda' && line.marker !== null)) continue
    if (section.parent === null && !isLog(line.text) && !label.test(folded(line.text))) continue
    const text = withoutNick(line.text)
    const labelled = fromLabel(scene, section, line, text, names)
    if (labelled !== null) found.push(...labelled)
    else if (role === 'actions') {
      if (lead !== null && (lead.section !== section || line.depth <= lead.depth)) lead = null
      const owner = ownerOf(section, names)
      // An entry that only names somebody, with entries below it.
      const parent =
        next?.kind === 'line' && next.depth > line.depth && next.marker !== null
          ? peopleIn(text.replace(/\s*[:：]$/, ''), names, true)
          : null
      if (parent !== null) lead = { section, depth: line.depth, ...parent }
      else found.push(...fromList(scene, section, line, names, lead ?? owner, lead === null ? 1 : lead.depth + 1))
    } else if (role !== 'decisions') found.push(...fromProse(scene, section, line, text, names))
  }
  for (const section of scene.sections) {
    for (const block of section.blocks) if (block.kind === 'table') found.push(...fromTable(scene, section, block, names))
  }
  return found
}

/** The heading inside a list of tasks whose tasks stand below it: "Ian Edwards", "All team members". */
function ownerOf(section: Section, names: Names): Pick<Value, 'lead' | 'partners'> | null {
  if (section.role !== null || section.heading === null) return null
  const people = peopleIn(section.title, names, true)
  return people === null ? null : { lead: people.lead, partners: [...people.partners] }
}

function fromList(
  scene: Scene,
  section: Section,
  line: Line,
  names: Names,
  owner: { readonly lead: string | null; readonly partners: readonly string[] } | null,
  depth: number,
): readonly Found<'action'>[] {
  const text = withoutNick(line.text)
  if (
    line.depth > depth ||
    (line.depth > 0 && line.marker === null) ||
    (line.marker === null && /:$/.test(text)) ||
    text.length < 4 ||
    nothing.test(folded(text))
  )
    return []
  if (line.marker === null && !/\p{L}{3}/u.test(text)) return []
  const value = taskOf(text, names, scene.language, line.checked)
  const own = value.lead === null && owner !== null ? { ...value, lead: owner.lead, partners: [...owner.partners] } : value
  return [make(scene, section, line, text, own, 'marked', 'heading', [section.title])]
}

function fromLabel(scene: Scene, section: Section, line: Line, text: string, names: Names): readonly Found<'action'>[] | null {
  const plain = folded(text)
  const match = plain.length === text.length ? label.exec(plain) : null
  if (match === null) return null
  const [, name = '', bracket, after, rest = ''] = match
  const words = text.slice(text.length - rest.length)
  const whoPlain = bracket ?? after
  const who = whoPlain === undefined ? null : text.slice(plain.indexOf(whoPlain), plain.indexOf(whoPlain) + whoPlain.length)
  const isStated = who !== null && !/^(?:item|items|point|points|required|list)$/i.test(who)
  const owner = isStated ? ownerIn(who, names, scene.language) : null
  const sentences = sentencesOf(words)
  const isSeveral = sentences.length > 1 && owner === null
  if (!isSeveral) {
    if (nothing.test(folded(words)) || isDone(words)) return []
    const value = taskOf(words, names, scene.language, line.checked)
    const own =
      owner === null ? value : { ...value, lead: owner.lead ?? value.lead, partners: owner.partners, due: value.due ?? owner.due }
    return [
      make(scene, section, line, text, own, 'marked', 'label', [
        text.slice(0, text.length - rest.length).replace(/[\s:–—]+$/u, ''),
      ]),
    ]
  }
  return sentences.flatMap((sentence) => {
    const lead = leadOf(sentence, names, true)
    const isTask = lead.lead !== null || (!nothing.test(folded(sentence)) && isOrder(sentence))
    return isTask
      ? [make(scene, section, line, sentence, taskOf(sentence, names, scene.language, line.checked), 'marked', 'label', [name])]
      : []
  })
}

/** "(Ann, by 5 May)": who, and perhaps by when. */
function ownerIn(words: string, names: Names, language: string): Pick<Value, 'lead' | 'partners' | 'due'> | null {
  const [first = '', ...rest] = words.split(/[,;]\s*(?=(?:by|due|before|avant|pour|d'ici|\d))/i)
  const people = peopleIn(first.trim(), names, true)
  const due = rest.length === 0 ? null : dueOfField(rest.join(', '), language)
  if (people !== null) return { lead: people.lead, partners: [...people.partners], due }
  const trimmed = first.trim()
  return /^@?[\p{L}][\p{L}\d .'’_-]{0,60}$/u.test(trimmed) ? { lead: names.find(trimmed) ?? trimmed, partners: [], due } : null
}

function isOrder(sentence: string): boolean {
  return /^(?:will|to|please|add|ask|arrange|check|circulate|consider|contact|continue|create|discuss|draft|email|ensure|file|find|finali[sz]e|follow|invite|look|make|move|open|organi[sz]e|plan|post|prepare|publish|remove|report|resolve|review|schedule|send|set|share|submit|update|upload|write|demander|envoyer|préparer|rédiger|contacter|vérifier|organiser|mettre|faire|ouvrir|relancer|transmettre|diffuser|planifier|finaliser|proposer)\b/i.test(
    sentence,
  )
}

/** The line of a chat: a log has no headings, so that what is said stands at its top. */
function isLog(text: string): boolean {
  return /^(?:\[?\d{1,2}:\d{2}|<[^>]{1,40}>)/.test(text)
}

const personal = /^(?:i|je)\s+(?:will|'ll|can|vais|m'engage)\b/i

/** A sentence that says who will do what; only of people and bodies that the text names. */
function fromProse(scene: Scene, section: Section, line: Line, text: string, names: Names): readonly Found<'action'>[] {
  const spoken = /^(\p{L}[\p{L} .'’/-]{0,30}?)\s*(?::|\s[-–—]|-\s)\s*(\S.*)$/u.exec(text)
  const speaker = spoken === null ? null : names.find(spoken[1] ?? '')
  const words = speaker === null ? text : (spoken?.[2] ?? text)
  return sentencesOf(words).flatMap((sentence) => {
    if (/\?$/.test(sentence) || sentence.length > 500) return []
    const point = pointed.exec(sentence)
    if (point !== null)
      return [
        make(
          scene,
          section,
          line,
          sentence,
          taskOf(point[1] ?? sentence, names, scene.language, null),
          'candidate',
          'taskWords',
          [],
        ),
      ]
    return halves(sentence, names).flatMap((piece): Found<'action'>[] => {
      const mention = /(?:^|\s)@([A-Za-z][\w-]{1,40})\s+(?:to|will)\s+(\S.*)$/.exec(piece)
      if (mention !== null)
        return [
          make(
            scene,
            section,
            line,
            piece,
            taskOf(`@${mention[1]} ${mention[2]}`, names, scene.language, null),
            'candidate',
            'mention',
            [`@${mention[1]}`],
          ),
        ]
      const own = speaker !== null && (personal.test(piece) || /^(?:will|going to|to) /i.test(piece))
      if (own) {
        const task = piece
          .replace(personal, '')
          .replace(/^(?:will|going to|to)\s+/i, '')
          .replace(/^also\s+/i, '')
          .trim()
        const value = taskOf(task, names, scene.language, null)
        return [make(scene, section, line, text, { ...value, lead: speaker }, 'candidate', 'taskWords', [spoken?.[1] ?? ''])]
      }
      const said = leadOf(piece, names, false)
      if (said.lead === null || !said.isSaid || isPast(said.task) || (/\bagreed to\b/i.test(piece) && names.isGroup(said.lead)))
        return []
      return [
        make(scene, section, line, piece, taskOf(piece, names, scene.language, null), 'candidate', 'taskWords', [said.lead]),
      ]
    })
  })
}

/** "Alexios to generate, Gary to upload": two tasks in one sentence. */
function halves(sentence: string, names: Names): readonly string[] {
  const pieces = sentence.split(/\s*[,;–—]\s+|\s+-\s+/)
  const starts = pieces.map((piece) => leadOf(piece, names, false).isSaid)
  if (starts.filter(Boolean).length === 0 || (starts[0] === true && starts.filter(Boolean).length === 1)) return [sentence]
  return pieces.reduce<string[]>((made, piece, index) => {
    if (index === 0 || starts[index] === true) made.push(piece)
    else made[made.length - 1] = `${made.at(-1)}, ${piece}`
    return made
  }, [])
}

function isPast(task: string): boolean {
  return (
    /^(?:be|have been|not|the|a|an|go|see|say|know|think|thank|order|close|some|this|that|it|them|him|her)\b/i.test(task) &&
    !/^be (?:responsible|in charge)/i.test(task)
  )
}

function fromTable(scene: Scene, section: Section, table: Table, names: Names): readonly Found<'action'>[] {
  const columns = actionColumns(table)
  if (columns === null) return []
  return table.rows.flatMap((row) => {
    const cell = (index: number) => (index < 0 ? '' : (row.cells[index] ?? '').trim())
    const task = cell(columns.task)
    if (!/\p{L}{2}/u.test(task) || nothing.test(folded(task))) return []
    const base = taskOf(task, names, scene.language, null)
    const lead = cell(columns.lead).replace(/^(?:[-–—]+|tbd|tbc|n\/a)$/i, '')
    const people = lead === '' ? null : (peopleIn(lead, names, true) ?? { lead: lead.slice(0, 160), partners: [] })
    const due = columns.due < 0 ? base.due : (dueOfField(cell(columns.due), scene.language) ?? base.due)
    const value = {
      ...base,
      ...(people === null ? {} : { lead: people.lead, partners: [...people.partners], task }),
      due,
      status: statusOf(cell(columns.status)) ?? base.status,
    }
    return [
      make(scene, section, row, row.cells.join(' | '), value, 'marked', 'table', table.head === null ? [] : [...table.head]),
    ]
  })
}

/** Lead, task, by when and how far, out of the words of a task. */
function taskOf(words: string, names: Names, language: string, checked: boolean | null): Value {
  const status = /[\s([–—-]+(done|completed?|closed|in progress|ongoing|fait|termine|terminé|en cours)[)\]]?\.?$/i.exec(words)
  const bare = status === null ? words : words.slice(0, status.index)
  const dueTail =
    /[([]\s*(?:[^()[\]]*?[,;]\s*)?(?:due|by|before|deadline|avant|pour le|échéance)\s*:?\s*([^()[\]]+)[)\]]\s*\.?$/i.exec(bare)
  const lead = leadOf(bare, names, true)
  const timed = dueOf(lead.task, language)
  const due = timed.due ?? (dueTail === null ? null : dueOfField(dueTail[1] ?? '', language))
  return {
    task: (timed.task.trim() || words).slice(0, 5000),
    lead: lead.lead === null ? null : lead.lead.slice(0, 160),
    partners: lead.partners.slice(0, 40).map((one) => one.slice(0, 160)),
    due,
    status: checked === true ? 'done' : (statusOf(status?.[1] ?? '') ?? 'open'),
    item: null,
  }
}

function statusOf(words: string): ActionStatus | null {
  const plain = folded(words).trim()
  if (/^(?:done|complete|completed|closed|fait|termine|realise|clos|yes|oui|x|✓|✔)/.test(plain)) return 'done'
  if (/^(?:in progress|ongoing|started|under way|en cours|wip)/.test(plain)) return 'inProgress'
  if (/^(?:dropped|cancelled|canceled|abandoned|abandonne|annule)/.test(plain)) return 'dropped'
  return /^(?:open|todo|new|pending|not started|a faire|ouvert)/.test(plain) ? 'open' : null
}

function make(
  scene: Scene,
  section: Section,
  at: Place,
  text: string,
  value: Value,
  certainty: 'marked' | 'candidate',
  reason: Found<'action'>['reason'],
  reasonWords: readonly string[],
): Found<'action'> {
  return { kind: 'action', value, part: scene.part, at: placeOf(at), text, certainty, reason, reasonWords, section }
}
