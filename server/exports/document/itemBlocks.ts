import { hasWords, type Intervention, type ItemView, readOrigin } from '../../../shared/record/index.ts'
import type { WordKey } from '../words/Catalogue.ts'
import type { Composing } from './Composing.ts'
import { oneLine } from './cleanText.ts'
import { outcomeText, qualifierText, targetText } from './outcomeText.ts'
import type { NumberedContent, PrintBlock, PrintText } from './PrintDocument.ts'
import { isAddendum, isHidden } from './printedPart.ts'
import { reviewTexts } from './reviewTexts.ts'
import { aside, blockContent, joined, lineRuns, plain } from './runs.ts'

/** Gives the numbered paragraphs of a document their numbers, in the order of reading. */
export type Count = () => string

/** One item: its heading, what became of it, its notes, outcomes and targets as numbered paragraphs. */
export function itemBlocks(at: Composing, item: ItemView, count: Count): readonly PrintBlock[] {
  const { say } = at.words
  const level = item.parent === null ? 1 : 2
  if (isHidden(item)) return [{ kind: 'heading', level, number: item.number, text: plain(say('closedItem')) }]
  return [
    { kind: 'heading', level, number: item.number, text: itemTitle(at, item) },
    ...remark(aside(isAddendum(item) ? '' : itemFacts(at, item).join(say('semicolon')))),
    ...remark(papers(at, item)),
    ...partBlocks(at, item, count),
    ...remark(speakers(at, 'speakers', item.id)),
  ]
}

/** What lies under an item that is not in the record any more: nothing that was not removed is left out. */
export function strayBlocks(at: Composing, count: Count): readonly PrintBlock[] {
  const known = new Set(at.record.items.map(({ id }) => id))
  const places = [...new Set([...at.record.outcomes, ...at.record.targets].map(({ item }) => item))].filter(
    (id) => !known.has(id),
  )
  // Reviews of an item that is gone come first, as in the version.
  const reviews = reviewTexts(at, null).map((text): PrintBlock => {
    return { kind: 'numbered', number: count(), isQualifier: false, content: { kind: 'text', text } }
  })
  if (places.length === 0 && reviews.length === 0) return []
  const blocks = [...reviews, ...places.flatMap((id) => partBlocks(at, { id, notes: [] }, count))]
  return [{ kind: 'heading', level: 1, number: null, text: plain(at.words.say('elsewhere')) }, ...blocks]
}

/** The item's title, or that it has none. */
export function itemTitle(at: Composing, item: ItemView): PrintText {
  const title = lineRuns(item.title)
  return title.length === 0 ? aside(at.words.say('untitledItem')) : title
}

/** Paragraphs in the order of the page that is read on the screen, so that both have the same numbers. */
function partBlocks(at: Composing, { id, notes }: Pick<ItemView, 'id' | 'notes'>, count: Count): readonly PrintBlock[] {
  const numbered = (content: NumberedContent, isQualifier = false): PrintBlock => {
    return { kind: 'numbered', number: count(), isQualifier, content }
  }
  const outcomes = at.record.outcomes.filter((outcome) => outcome.item === id)
  const targets = at.record.targets.filter((target) => target.item === id)
  return [
    ...notes.filter(hasWords).map((block) => numbered(blockContent(block))),
    ...reviewTexts(at, id).map((text) => numbered({ kind: 'text', text })),
    ...outcomes.flatMap((outcome) => [
      numbered({ kind: 'text', text: outcomeText(at, outcome) }),
      ...outcome.qualifiers.map((one) => numbered({ kind: 'text', text: qualifierText(at, outcome, one) }, true)),
    ]),
    ...targets.map((target) => numbered({ kind: 'text', text: targetText(at, target) })),
  ]
}

function itemFacts(at: Composing, item: ItemView): readonly string[] {
  const { say } = at.words
  const isOver = at.record.session.phase !== 'planned'
  return [
    item.closed ? say('closedItem') : '',
    item.purpose === null ? '' : say(`purpose.${item.purpose}`),
    item.lead === null ? '' : `${say('agendaLead')}${say('colon')} ${at.nameOf(item.lead)}`,
    item.carriedOverFrom === null ? '' : say('carriedOver', { from: oneLine(readOrigin(item.carriedOverFrom).words) }),
    timeUsed(at, item),
    item.progress === 'putOff' ? say('putOff') : '',
    isOver && item.progress === 'notBegun' && Object.values(at.record.session.proceedings).some((one) => one.openedAt !== null)
      ? say('notReached')
      : '',
  ].filter((fact) => fact !== '')
}

/** "12 of 15 min used": whole minutes, planned ones with those that the chair added. */
function timeUsed(at: Composing, { usedMs, minutes, extraMinutes, progress }: ItemView): string {
  const used = Math.round(usedMs / 60_000)
  const planned = minutes === null ? null : minutes + extraMinutes
  if (progress === 'notBegun' || (progress === 'putOff' && used === 0))
    return planned === null ? '' : at.words.say('minutesPlanned', { planned })
  return planned === null ? at.words.say('minutesUsed', { used }) : at.words.say('minutesOf', { used, planned })
}

/** The item's papers, each leading to where it lies. */
export function papers(at: Composing, item: ItemView): PrintText {
  if (item.papers.length === 0) return []
  const links = item.papers.map(({ title, url }): PrintText => [{ text: oneLine(title) || url, link: url }])
  return [{ text: `${at.words.say('papers')}${at.words.say('colon')} ` }, ...joined(links, at.words.say('semicolon'))]
}

/** Who spoke, in turn; under `delegationType` what kind of delegation. Under `none` there is nothing to tell. */
export function speakers(
  at: Composing,
  key: Extract<WordKey, 'speakers' | 'speakersBefore'>,
  item: ItemView['id'] | null,
): PrintText {
  const turns = at.record.session.interventions.filter((one) => one.item === item)
  if (turns.length === 0) return []
  const names = turns.map((turn) => speakerWords(at, turn)).join(at.words.say('semicolon'))
  return aside(`${at.words.say(key)}${at.words.say('colon')} ${names}`)
}

function speakerWords(at: Composing, turn: Intervention): string {
  const { say } = at.words
  const name = turn.speaker === null ? say(`capacity.${turn.type ?? 'other'}`) : oneLine(turn.speaker.name)
  const facts = [
    turn.intervention === 'statement' ? '' : say(`turn.${turn.intervention}`),
    turn.onBehalfOf === null ? '' : say('onBehalf', { name: oneLine(turn.onBehalfOf) }),
    turn.asObserver ? say('asObserver') : '',
  ].filter((fact) => fact !== '')
  return facts.length === 0 ? name : `${name} (${facts.join(say('comma'))})`
}

/** A line that explains, when there is something to explain. */
export function remark(text: PrintText): readonly PrintBlock[] {
  return text.length === 0 ? [] : [{ kind: 'paragraph', text, isRemark: true }]
}
