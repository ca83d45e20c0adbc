import type { ActionId, ItemId, NewId, OutcomeId } from '../../../shared/base/index.ts'
import type { BringInFind, FindOf } from '../../../shared/protocol/index.ts'
import {
  type Became,
  type Due,
  limits,
  type Paper,
  type Party,
  type RecordEdit,
  type SessionFacts,
  type Standing,
} from '../../../shared/record/index.ts'
import type { Block } from '../Block.ts'
import type { Kept, Stretch } from '../Kept.ts'
import { attendingOf, type KnownDelegation, partyOf } from './attendingOf.ts'
import { consumedBy } from './consumedBy.ts'
import { lengthOf, notesOf } from './notesOf.ts'

/** What is made of a preview: the edits that write the record, and the session's side of it. */
export interface Composed {
  readonly edits: readonly RecordEdit[]
  readonly facts: Pick<SessionFacts, 'standings' | 'statuses' | 'attendance' | 'attending' | 'proceedings'>
}

interface Needs {
  readonly kept: Kept
  /** Those that were taken, with the values they were given. */
  readonly taken: readonly BringInFind[]
  /** The meeting's title, for words that stand under no heading. */
  readonly title: string
  readonly delegations: readonly KnownDelegation[]
  readonly newId: NewId
}

interface Item {
  readonly id: ItemId
  readonly title: string
  readonly lead: string | null
  readonly minutes: number | null
  readonly papers: Paper[]
  readonly blocks: Block[]
  readonly parts: Item[]
  readonly outcomes: { readonly id: OutcomeId; readonly find: FindOf<'decision'> }[]
  readonly actions: { readonly id: ActionId; readonly find: FindOf<'action'> }[]
}

/** A record out of what was taken. What was not taken, or says more than was found, stays as notes where it stood. */
export function composeRecord(needs: Needs): Composed {
  const composer = new Composer(needs)
  return composer.compose()
}

class Composer {
  readonly #needs: Needs
  readonly #top: Item[] = []
  readonly #byFind = new Map<string, Item>()
  readonly #holders = new Map<number, Item>()
  readonly #became = new Map<string, Became>()
  #last: Item | null = null

  constructor(needs: Needs) {
    this.#needs = needs
  }

  compose(): Composed {
    const { kept, taken, delegations } = this.#needs
    const consumed = consumedBy(kept, taken)
    for (const [index, stretch] of kept.stretches.entries()) this.#place(stretch, index, consumed)
    for (const find of taken) {
      if (find.kind === 'item') this.#itemOf(find.id)
    }
    const standings: Record<string, Standing | null> = {}
    const statuses: Record<string, 'open' | 'inProgress' | 'done' | 'dropped'> = {}
    for (const find of taken) {
      if (find.kind === 'decision') {
        const id = this.#needs.newId<OutcomeId>()
        standings[id] = find.value.standing
        this.#holderOf(find).outcomes.push({ id, find })
        this.#turned(find, { part: 'outcome', id })
      } else if (find.kind === 'action') {
        const id = this.#needs.newId<ActionId>()
        statuses[id] = find.value.status
        this.#holderOf(find).actions.push({ id, find })
        this.#turned(find, { part: 'action', id })
      }
    }
    const counts = taken.filter((find) => find.kind === 'count')
    return {
      edits: this.#top.flatMap((item) => this.#editsOf(item, null)),
      facts: {
        standings,
        statuses,
        attending: attendingOf(taken, delegations),
        attendance: counts.map(({ value }) => ({
          delegationType: value.type,
          party: null,
          statedCount: value.words,
          note: null,
        })),
        proceedings: this.#proceedings(),
      },
    }
  }

  /** Lays a stretch into the item to which it belongs. */
  #place(stretch: Stretch, index: number, consumed: ReadonlySet<string>): void {
    for (const find of this.#needs.taken) {
      if (
        find.kind === 'item' &&
        find.part === stretch.part &&
        stretch.blocks.some((block) => block.from <= find.sourceFrom && block.to >= find.sourceFrom)
      )
        this.#itemOf(find.id)
    }
    const item = stretch.item === null ? null : this.#itemOf(stretch.item)
    const isLeft = (from: number) => !consumed.has(`${stretch.part} ${from}`)
    const rest = stretch.blocks.flatMap((block): Block[] => {
      if (block.kind !== 'table') return isLeft(block.from) ? [block] : []
      const rows = block.rows.filter((row) => isLeft(row.from))
      return rows.length === 0 ? [] : [{ ...block, rows }]
    })
    if (item !== null) {
      if (stretch.isOwn) {
        item.papers.push(...[...stretch.links, ...rest.flatMap(addressOf)].slice(0, limits.papers - item.papers.length))
        item.blocks.push(...rest.filter((block) => addressOf(block).length === 0))
      } else if (rest.length > 0) item.blocks.push(...headingOf(stretch), ...rest)
      this.#last = item
      return
    }
    const isRefused = stretch.item !== null && stretch.isOwn
    // The agenda's own title says nothing that the minutes do not.
    const isUnread = stretch.isTitle && stretch.part === 'minutes' && isLeft(stretch.heading?.from ?? 0)
    // What was decided here needs a place here, and not behind everything else.
    if (this.#hasResults(stretch)) this.#holder(index)
    if (rest.length === 0 && !isRefused && !isUnread) return
    // A heading that was not taken as an item stays as a heading in the notes of what stands before it.
    const holder = isRefused ? (this.#last ?? this.#holder(index)) : this.#holder(index)
    const isHolderTitle = holder.title === stretch.title && holder.blocks.length === 0
    holder.blocks.push(...(isHolderTitle || (stretch.isTitle && !isUnread) ? [] : headingOf(stretch)), ...rest)
    this.#last = holder
  }

  #hasResults({ part, blocks }: Stretch): boolean {
    return this.#needs.taken.some((find) => {
      if ((find.kind !== 'decision' && find.kind !== 'action') || find.part !== part) return false
      const isHere = blocks.some((block) => block.from <= find.sourceFrom && block.to >= find.sourceFrom)
      return isHere && (find.value.item === null || this.#itemOf(find.value.item) === null)
    })
  }

  /** The item of a find that was taken; null when it was not. */
  #itemOf(id: string): Item | null {
    const made = this.#byFind.get(id)
    if (made !== undefined) return made
    const find = this.#needs.taken.find((one) => one.id === id)
    if (find?.kind !== 'item') return null
    const { title, lead, minutes, parent } = find.value
    const item = this.#newItem(title, lead, minutes)
    this.#byFind.set(id, item)
    const above = parent === null || parent === id ? null : this.#itemOf(parent)
    // Items are nested one level deep: what lies deeper comes to stand beside.
    const isTop = above === null || !this.#top.includes(above)
    if (isTop) this.#top.push(item)
    else above.parts.push(item)
    return item
  }

  /** The item that holds what stands under no item: under its own heading, or that of the section around it. */
  #holder(index: number): Item {
    const stretch = this.#needs.kept.stretches[index]
    if (stretch !== undefined && stretch.under !== null && stretch.under !== index) return this.#holder(stretch.under)
    const made = this.#holders.get(index)
    if (made !== undefined) return made
    const title = stretch === undefined || stretch.title === '' || stretch.isTitle ? this.#needs.title : stretch.title
    const item = this.#newItem(title, null, null)
    this.#holders.set(index, item)
    this.#top.push(item)
    return item
  }

  #holderOf(find: FindOf<'decision'> | FindOf<'action'>): Item {
    const named = find.value.item === null ? null : this.#itemOf(find.value.item)
    if (named !== null) return named
    const index = this.#needs.kept.stretches.findIndex(
      ({ part, blocks }) =>
        part === find.part && blocks.some((block) => block.from <= find.sourceFrom && block.to >= find.sourceFrom),
    )
    const around = this.#needs.kept.stretches[index]?.item ?? null
    return (around === null ? null : this.#itemOf(around)) ?? this.#holder(Math.max(0, index))
  }

  #newItem(title: string, lead: string | null, minutes: number | null): Item {
    const short = title.slice(0, limits.titleLength)
    return {
      id: this.#needs.newId<ItemId>(),
      title: short,
      lead,
      minutes,
      papers: [],
      blocks: [],
      parts: [],
      outcomes: [],
      actions: [],
    }
  }

  #turned(find: BringInFind, became: Became): void {
    const key = `${find.sourceFrom}`
    if (!this.#became.has(key) && find.part === 'minutes') this.#became.set(key, became)
  }

  #proceedings(): SessionFacts['proceedings'] {
    const putOff = this.#needs.taken.flatMap((find) => {
      const item = find.kind === 'putOff' && find.value.item !== null ? this.#byFind.get(find.value.item) : undefined
      return item === undefined
        ? []
        : [[item.id, { progress: 'putOff' as const, openedAt: null, closedAt: null, usedMs: 0, extraMinutes: 0 }] as const]
    })
    return Object.fromEntries(putOff)
  }

  #editsOf(item: Item, parent: ItemId | null): readonly RecordEdit[] {
    const { delegations } = this.#needs
    const [first, ...more] = cutNotes(item.blocks)
    const notes = (blocks: readonly Block[]) => notesOf(blocks, (block) => this.#became.get(String(block.from)) ?? null)
    const party = (words: string | null): Party | null => (words === null ? null : partyOf(words, delegations))
    const values = { lead: party(item.lead), minutes: item.minutes, papers: item.papers }
    const own: RecordEdit = {
      kind: 'item.add',
      id: item.id,
      parent,
      after: 'last',
      title: item.title,
      values,
      ...(first === undefined ? {} : { notes: notes(first) }),
    }
    return [
      own,
      ...item.outcomes.map(({ id, find }): RecordEdit => {
        const { text, verb, actor } = find.value
        return { kind: 'outcome.add', id, item: item.id, after: 'last', text, values: { kind: verb, actor: party(actor) } }
      }),
      ...item.actions.map(({ id, find }): RecordEdit => {
        const { task, lead, partners, due } = find.value
        const all = partners.map((words) => partyOf(words, delegations))
        return {
          kind: 'action.add',
          id,
          item: item.id,
          after: 'last',
          task,
          values: { lead: party(lead), due: due as Due | null, basis: basisOf(find) },
          partners: all,
        }
      }),
      ...item.parts.flatMap((part) => this.#editsOf(part, item.id)),
      // Notes longer than a text may be go on in an item behind it.
      ...more.map((blocks, index): RecordEdit => {
        const title = `${item.title.slice(0, limits.titleLength - 8)} (${index + 2})`
        return { kind: 'item.add', id: this.#needs.newId<ItemId>(), parent, after: 'last', title, notes: notes(blocks) }
      }),
    ]
  }
}

function addressOf(block: Block): readonly Paper[] {
  if (block.kind !== 'line' || !/^<?https?:\/\/\S+>?$/.test(block.text) || block.text.length > limits.urlLength) return []
  const url = block.text.replace(/^<|>$/g, '')
  return [{ title: url.slice(0, limits.paperTitleLength), url }]
}

function headingOf({ heading }: Stretch): readonly Block[] {
  return heading === null
    ? []
    : [{ kind: 'heading', level: 3, from: heading.from, to: heading.to, runs: [{ text: heading.text }], text: heading.text }]
}

/** How somebody came to a task, as far as the words tell; read out of prose it is implied. */
function basisOf({ certainty, sourceText }: FindOf<'action'>): 'agreed' | 'requested' | 'volunteered' | 'implied' {
  if (/\bvolunteer|\boffered to\b|\bse propose\b/i.test(sourceText)) return 'volunteered'
  if (/\b(?:asked|requested|invited|encouraged|tasked) to\b|\best (?:prié|chargé|invité)e?s?\b/i.test(sourceText))
    return 'requested'
  return certainty === 'marked' ? 'agreed' : 'implied'
}

/** Blocks in portions that a text may hold. */
export function cutNotes(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const portions: Block[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    const own = lengthOf(notesOf([block])) + 1
    if (length + own > limits.textLength * 0.9) {
      portions.push([])
      length = 0
    }
    portions.at(-1)?.push(block)
    length += own
  }
  return portions
}
