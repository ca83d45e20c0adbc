import type { Attribution } from '../../../shared/record/index.ts'
import type { CommandDraft } from '../../../shared/session/index.ts'

/** Who presses, as far as the model needs it. */
export interface Presser {
  readonly role: 'coordinator' | 'rapporteur' | 'participant' | 'observer'
  readonly person: string
  readonly delegation: string | null
}

interface Waiting {
  readonly id: string
  readonly person: string | null
  readonly speaker: string
}

interface ItemModel {
  progress: 'new' | 'begun' | 'closed' | 'putOff'
  wasOpen: boolean
  closedAt: number
  ms: number
}

interface List {
  readonly orders: Waiting[]
  readonly others: Waiting[]
  closed: boolean
}

type Clock = 'none' | 'running' | 'paused' | 'held'

/**
 * The meeting told a second time, by other means: clocks that are moved on by every tick, lists in two halves, items in a
 * map. It answers each command with yes or no. Agenda: `order`, in which a part stands behind its item.
 */
export class Model {
  phase = 'planned'
  now: number
  current: string | null = null
  itemClock: Clock = 'none'
  speakerClock: Clock = 'none'
  speaker: (Waiting & { ms: number }) | null = null
  turns = 0
  limit: number | null = null
  reading: { outcome: string; person: string; until: number } | null = null
  readonly standings = new Map<string, string>()
  /** By earlier action: what was said of it, as one text. */
  readonly reviews = new Map<string, string>()
  readonly items = new Map<string, ItemModel>()
  private readonly lists = new Map<string, List>()

  constructor(
    private readonly order: readonly { readonly id: string; readonly parent: string | null }[],
    private readonly texts: ReadonlyMap<string, number | null>,
    now: number,
    public rule: Attribution,
    private readonly earlier: readonly string[] = [],
  ) {
    this.now = now
    for (const { id } of order) this.items.set(id, { progress: 'new', wasOpen: false, closedAt: 0, ms: 0 })
  }

  tick(ms: number): void {
    this.now += ms
    if (this.itemClock === 'running') this.item(this.current).ms += ms
    if (this.speakerClock === 'running' && this.speaker !== null) this.speaker.ms += ms
  }

  waiting(): readonly Waiting[] {
    const { orders, others } = this.list()
    return [...orders, ...others]
  }

  /** Yes or no, and what follows from a yes. */
  press(by: Presser, draft: CommandDraft, id: string): boolean {
    const isOffice = by.role === 'coordinator' || by.role === 'rapporteur'
    const inRoom = this.phase === 'inSession' || this.phase === 'suspended'
    const running = this.phase === 'inSession'
    switch (draft.kind) {
      case 'meeting.open':
        return isOffice && this.phase === 'planned' && this.enter('inSession')
      case 'meeting.suspend':
        return isOffice && running && this.enter('suspended')
      case 'meeting.resume':
        return isOffice && this.phase === 'suspended' && this.enter('inSession')
      case 'meeting.close':
        return isOffice && inRoom && this.end()
      case 'item.open':
        return isOffice && running && draft.from === this.current && draft.item !== this.current && this.open(draft.item)
      case 'item.next':
        return isOffice && running && draft.from === this.current && this.next()
      case 'item.back':
        return isOffice && running && draft.from === this.current && this.back()
      case 'item.close':
        return isOffice && running && this.mark(draft.item, 'closed')
      case 'item.putOff':
        return isOffice && this.phase !== 'planned' && this.mark(draft.item, 'putOff')
      case 'timer.pause':
        return isOffice && running && this.setClock(draft.of, ['running'], 'paused')
      case 'timer.resume':
        return isOffice && running && this.setClock(draft.of, ['paused', 'held'], 'running')
      case 'floor.ask':
        return inRoom && this.ask(by, draft, id, isOffice)
      case 'floor.withdraw':
        return inRoom && this.withdraw(by, draft.request, isOffice)
      case 'floor.give':
        return isOffice && running && draft.after === (this.speaker?.id ?? null) && this.give(draft.request)
      case 'floor.next':
        return isOffice && running && draft.after === (this.speaker?.id ?? null) && this.call()
      case 'floor.end':
        return isOffice && running && this.speaker !== null && draft.request === this.speaker.id && this.endTurn()
      case 'floor.move':
        return isOffice && inRoom && this.move(draft.request, draft.before)
      case 'floor.openList':
        return isOffice && inRoom && this.closeList(false)
      case 'floor.closeList':
        return isOffice && inRoom && this.closeList(true)
      case 'outcome.readOut':
        return isOffice && (running || this.phase === 'draft') && this.read(by.person, draft.outcome)
      case 'outcome.stopReading':
        return isOffice && (running || this.phase === 'draft') && this.stopReading(draft.outcome)
      case 'outcome.agree':
        return (
          isOffice && (running || this.phase === 'draft') && this.stopReading(draft.outcome) && this.fix(draft.outcome, 'agreed')
        )
      case 'outcome.setStanding':
        return isOffice && this.setStanding(draft.outcome, draft.standing)
      case 'action.review':
        return isOffice && (inRoom || this.phase === 'draft') && this.review(draft)
      default:
        throw new Error(`The model does not know ${draft.kind}`)
    }
  }

  private review({ action, meeting, status, note }: Extract<CommandDraft, { kind: 'action.review' }>): boolean {
    const said = status === null && note === null ? '' : `${status} ${note}`
    if (!this.earlier.includes(`${meeting} ${action}`) || (this.reviews.get(action) ?? '') === said) return false
    if (said === '') this.reviews.delete(action)
    else this.reviews.set(action, said)
    return true
  }

  private enter(phase: string): boolean {
    this.phase = phase
    const [from, to]: readonly [Clock, Clock] = phase === 'suspended' ? ['running', 'held'] : ['held', 'running']
    if (this.itemClock === from) this.itemClock = to
    if (this.speakerClock === from) this.speakerClock = to
    return true
  }

  private end(): boolean {
    this.leave()
    this.phase = 'draft'
    for (const list of this.lists.values()) {
      list.orders.length = 0
      list.others.length = 0
    }
    this.reading = null
    return true
  }

  private leave(): void {
    this.endTurn()
    this.current = null
    this.itemClock = 'none'
  }

  private open(id: string): boolean {
    this.leave()
    this.current = id
    this.itemClock = 'running'
    Object.assign(this.item(id), { progress: 'begun', wasOpen: true, closedAt: 0 })
    return true
  }

  private next(): boolean {
    const here = this.order.findIndex(({ id }) => id === this.current)
    const parts = this.order.filter(({ parent }) => parent !== null && parent === this.current)
    const goal = this.order.find(({ id }, index) => index > here && !this.isDone(id))
    if (this.current === null && goal === undefined) return false
    const { current } = this
    this.leave()
    if (current !== null && parts.every(({ id }) => this.isDone(id))) {
      this.close(current)
      const above = this.order[here]?.parent ?? null
      const isLast = this.order.every(({ id, parent }) => parent !== above || this.isDone(id))
      if (above !== null && isLast && this.item(above).progress === 'begun') this.close(above)
    }
    return goal === undefined ? true : this.open(goal.id)
  }

  private back(): boolean {
    const here = this.order.findIndex(({ id }) => id === this.current)
    const before = this.order.slice(0, Math.max(0, here)).filter(({ id }) => this.item(id).progress !== 'putOff')
    const closed = this.order.filter(({ id }) => this.item(id).progress === 'closed')
    const latest = Math.max(...closed.map(({ id }) => this.item(id).closedAt))
    const goal = this.current === null ? closed.findLast(({ id }) => this.item(id).closedAt === latest) : before.at(-1)
    return goal !== undefined && this.open(goal.id)
  }

  private mark(id: string, progress: 'closed' | 'putOff'): boolean {
    if (this.item(id).progress === progress) return false
    if (this.current === id) this.leave()
    if (progress === 'closed') this.close(id)
    else this.item(id).progress = 'putOff'
    return true
  }

  private close(id: string): void {
    Object.assign(this.item(id), { progress: 'closed', closedAt: this.now })
  }

  private setClock(of: 'item' | 'speaker', from: readonly Clock[], to: Clock): boolean {
    const field = of === 'item' ? 'itemClock' : 'speakerClock'
    if (!from.includes(this[field])) return false
    this[field] = to
    return true
  }

  private ask(by: Presser, draft: Extract<CommandDraft, { kind: 'floor.ask' }>, id: string, isOffice: boolean): boolean {
    const isForAnother = draft.delegation !== undefined
    if (isForAnother && !isOffice) return false
    const isOrder = draft.intervention === 'pointOfOrder'
    const list = this.list()
    if (list.closed && !isOrder && !isOffice) return false
    const speaker = draft.delegation ?? by.delegation ?? by.person
    const half = isOrder ? list.orders : list.others
    if (half.some((one) => one.speaker === speaker)) return false
    half.push({ id, person: isForAnother ? null : by.person, speaker })
    return true
  }

  private withdraw(by: Presser, request: string, isOffice: boolean): boolean {
    for (const { orders, others } of this.lists.values()) {
      for (const half of [orders, others]) {
        const at = half.findIndex(({ id }) => id === request)
        const found = half[at]
        if (found === undefined) continue
        if (!isOffice && found.person !== by.person && found.speaker !== by.delegation) return false
        half.splice(at, 1)
        return true
      }
    }
    return false
  }

  private give(request: string): boolean {
    const found = this.waiting().find(({ id }) => id === request)
    if (found === undefined) return false
    const { orders, others } = this.list()
    for (const half of [orders, others]) if (half.includes(found)) half.splice(half.indexOf(found), 1)
    this.endTurn()
    this.speaker = { ...found, ms: 0 }
    this.speakerClock = 'running'
    return true
  }

  private call(): boolean {
    const first = this.waiting()[0]
    if (first !== undefined) return this.give(first.id)
    return this.speaker !== null && this.endTurn()
  }

  private endTurn(): boolean {
    if (this.speaker !== null && this.rule !== 'none') this.turns += 1
    this.speaker = null
    this.speakerClock = 'none'
    return true
  }

  private move(request: string, before: string | null): boolean {
    const { orders, others } = this.list()
    const half = orders.some(({ id }) => id === request) ? orders : others
    const found = half.find(({ id }) => id === request)
    const isThere = before === null || this.waiting().some(({ id }) => id === before)
    if (found === undefined || !isThere || request === before) return false
    half.splice(half.indexOf(found), 1)
    const at = half.findIndex(({ id }) => id === before)
    // Before one of the other half: as near to it as one's own half goes.
    if (at !== -1) half.splice(at, 0, found)
    else if (before !== null && half === others) half.unshift(found)
    else half.push(found)
    return true
  }

  private closeList(closed: boolean): boolean {
    const list = this.list()
    if (list.closed === closed) return false
    list.closed = closed
    return true
  }

  private read(person: string, outcome: string): boolean {
    const words = this.texts.get(outcome) ?? null
    if (words === null || this.standings.get(outcome) === 'agreed') return false
    if (this.reading !== null && this.reading.until > this.now && this.reading.person !== person) return false
    this.reading = { outcome, person, until: this.now + Math.max(10_000, words * 400) }
    return true
  }

  private stopReading(outcome: string): boolean {
    if (this.reading === null || this.reading.outcome !== outcome || this.reading.until <= this.now) return false
    this.reading = null
    return true
  }

  private setStanding(outcome: string, standing: string): boolean {
    const present = this.standings.get(outcome) ?? 'proposed'
    if (present === standing || (present === 'agreed' && standing !== 'proposed')) return false
    if (this.reading?.outcome === outcome) this.reading = null
    return this.fix(outcome, standing)
  }

  private fix(outcome: string, standing: string): boolean {
    this.standings.set(outcome, standing)
    return true
  }

  private isDone(id: string): boolean {
    return ['closed', 'putOff'].includes(this.item(id).progress)
  }

  private item(id: string | null): ItemModel {
    const item = this.items.get(id ?? '')
    if (item === undefined) throw new Error(`No item ${id}`)
    return item
  }

  private list(): List {
    const key = this.current ?? 'none'
    const list = this.lists.get(key) ?? { orders: [], others: [], closed: false }
    this.lists.set(key, list)
    return list
  }
}
