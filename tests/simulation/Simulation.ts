import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { type Role, visibleTo } from '../../shared/access/index.ts'
import { type MeetingRecord, readRecord } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import { seeded } from '../support/faults/seeded.ts'
import { type Hand, someCommand, someEdit, typeSomewhere } from './acts.ts'
import { canonical, lacking, lackingClocks } from './compare.ts'
import { Letters } from './Letters.ts'
import { OwnPeer } from './OwnPeer.ts'
import { SimulatedDisk } from './SimulatedDisk.ts'
import { SimulatedNetwork } from './SimulatedNetwork.ts'
import { SimulatedServer } from './SimulatedServer.ts'
import { StockPeer } from './StockPeer.ts'
import { VirtualTime } from './VirtualTime.ts'

/** What a run came to. */
export interface Outcome {
  /** Everything that happened, in a few letters: the same for the same seed. */
  readonly log: readonly string[]
  readonly hash: string
  /** Operations that were really carried out. */
  readonly done: number
  readonly tried: number
  readonly letters: number
  readonly clients: number
  readonly counts: Readonly<Record<string, number>>
  /** What must not be. */
  readonly faults: readonly string[]
}

export interface SimulationOptions {
  readonly seed: number
  readonly operations?: number
  /** Somebody's words are forgotten on the way to the disk: a check that sleeps would not notice. */
  readonly swallowWords?: boolean
}

type Peer = OwnPeer | StockPeer

const roles: readonly Role[] = [
  'coordinator',
  'rapporteur',
  'participant',
  'participant',
  'observer',
  'participant',
  'participant',
  'participant',
]

/** One meeting under one seed: its people, its troubles, and what is found at the end. */
export class Simulation {
  readonly #random: () => number
  readonly #time: VirtualTime
  readonly #disk: SimulatedDisk
  readonly #network: SimulatedNetwork
  readonly #server: SimulatedServer
  readonly #letters = new Letters()
  readonly #peers: Peer[] = []
  readonly #log: string[] = []
  readonly #faults: string[] = []
  readonly #counts: Record<string, number> = {}
  /** Clocks by client id that are on disk for good. */
  readonly #durable = new Map<number, number>()
  readonly #options: Required<SimulationOptions>
  readonly #commands = { done: 0, unknown: 0 }
  /** Letters that were promised to nobody yet when their browser died. */
  readonly #excused = new Set<string>()
  readonly #pending = new Set<Promise<unknown>>()
  /** Whose page is just loading. */
  readonly #opening = new Set<Peer>()
  #troubled = true
  #slowDiskUntilMs = 0
  /** The next frame to this client is lost, and nothing else. */
  #loseNext: string | null = null
  #lostAtMs = 0
  /** What was stored when the frame was lost: five seconds later everybody who claims to be up to date has it. */
  #due: ReadonlyMap<number, number> = new Map()
  #diskFails = 0
  #stopping: Promise<void> | null = null

  constructor(options: SimulationOptions) {
    this.#options = { operations: 200, swallowWords: false, ...options }
    this.#random = seeded(options.seed)
    this.#time = new VirtualTime(seeded(options.seed ^ 0x5bd1e995))
    this.#disk = new SimulatedDisk(this.#time, {
      delayMs: () => (this.#time.nowMs < this.#slowDiskUntilMs ? 5000 : 1 + this.#pick(8)),
      fails: () => {
        if (this.#diskFails === 0) return 'no'
        this.#diskFails -= 1
        return this.#pick(2) === 0 ? 'before' : 'after'
      },
    })
    this.#network = new SimulatedNetwork(this.#time, {
      delayMs: () => 1 + this.#pick(this.#pick(10) === 0 ? 300 : 30),
      fate: (host, direction) => {
        if (direction === 'down' && this.#loseNext !== null && host.startsWith(`${this.#loseNext}.`)) {
          this.#loseNext = null
          this.#lostAtMs = this.#time.nowMs
          this.#due = this.#server.durableClocks()
          return 'drop'
        }
        if (!this.#troubled || this.#pick(150) > 0) return 'pass'
        return (['drop', 'double', 'swap'] as const)[this.#pick(3)] ?? 'pass'
      },
    })
    this.#server = new SimulatedServer({ time: this.#time, disk: this.#disk, network: this.#network })
    this.#disk.onDurable = (writes) => {
      const frames = `d/${this.#server.meetingId}/f/`
      for (const write of writes) {
        if (write.type !== 'put' || !write.key.startsWith(frames)) continue
        for (const [clientId, clock] of Y.parseUpdateMeta(write.value.subarray(5)).to) {
          this.#durable.set(clientId, Math.max(clock, this.#durable.get(clientId) ?? 0))
        }
      }
    }
  }

  /** Runs it from the start to the end; nothing of it is left afterwards. */
  async run(): Promise<Outcome> {
    this.#time.take()
    try {
      await this.#begin()
      const { operations } = this.#options
      const calm = new Set([Math.floor(operations / 3), Math.floor((operations * 2) / 3)])
      for (let step = 0; step < operations; step += 1) {
        if (calm.has(step)) await this.#calm()
        this.#trouble()
        this.#operate()
        await this.#time.advance(5 + this.#pick(400))
        this.#checkSigns()
      }
      await this.#heal()
      await this.#compare()
    } finally {
      await this.#end()
      this.#time.release()
    }
    return this.#outcome()
  }

  async #begin(): Promise<void> {
    await this.#during(this.#server.start())
    const count = 3 + this.#pick(6)
    const stock = 1 + this.#pick(2)
    for (let n = 0; n < count; n += 1) {
      const name = `p${n}`
      const isStock = n > 1 && n >= count - stock
      const role = isStock ? 'participant' : (roles[n] ?? 'participant')
      const person = this.#server.add(name, role)
      const shared = { name, person, server: this.#server, letters: this.#letters }
      if (isStock) this.#peers.push(new StockPeer({ ...shared, sentAway: (code) => this.#happens(`away ${name} ${code}`) }))
      else {
        const transport = this.#pick(3) === 0 ? 'polling' : 'websocket'
        const peer = new OwnPeer({ ...shared, transport, time: this.#time })
        this.#peers.push(peer)
        await this.#during(peer.open())
      }
    }
    await this.#time.advance(2000)
    this.#log.push(`begin ${this.#peers.map((peer) => `${peer.name}:${peer.kind}`).join(' ')}`)
  }

  // ---- what people do ----

  #operate(): void {
    const peer = this.#peers[this.#pick(this.#peers.length)]
    if (peer === undefined) return
    const did = peer.kind === 'own' ? this.#actOwn(peer) : this.#actStock(peer)
    this.#count(did === null ? 'nothing' : 'done')
    if (did !== null) this.#count(`op ${did.split(' ')[0]}`)
    this.#note(`${peer.name} ${did ?? '-'}`)
  }

  #actOwn(peer: OwnPeer): string | null {
    if (this.#opening.has(peer)) return null
    const { meeting } = peer
    const { doc } = peer
    const record = meeting.record.get()
    const session = meeting.session.get()
    if (record === null || session === null) return null
    const hand = this.#hand()
    const what = this.#pick(20)
    if (doc === null || what > 16) {
      if (what % 4 === 0) {
        meeting.show({ item: record.items[0]?.id ?? null, away: this.#pick(2) === 0 })
        return 'place'
      }
      return this.#command(peer, session, record, hand)
    }
    if (what < 10) return typeSomewhere(doc, record, peer.typing, hand)
    if (what < 14) {
      const edit = someEdit(record, hand)
      if (edit === null) return null
      const done = meeting.edit(edit)
      return done.ok ? edit.kind : null
    }
    const before = this.#written(doc)
    if (what < 16) meeting.undo()
    else meeting.redo()
    return this.#written(doc) === before ? null : what < 16 ? 'undo' : 'redo'
  }

  #actStock(peer: StockPeer): string | null {
    const session = this.#sessionFor()
    if (peer.isSentAway) {
      if (this.#server.isUp) peer.comeAgain()
      return 'comeAgain'
    }
    if (session === null) return null
    const record = readRecord(peer.doc, this.#server.meetingId, session)
    const hand = this.#hand()
    if (this.#pick(4) > 0) return typeSomewhere(peer.doc, record, peer.typing, hand)
    const edit = someEdit(record, hand)
    return edit !== null && peer.edit(edit) ? edit.kind : null
  }

  #command(peer: OwnPeer, session: SessionState, record: MeetingRecord, hand: Hand): string | null {
    const role = this.#server.roleOf(peer.person)
    const isOffice = role === 'coordinator' || role === 'rapporteur'
    const draft = someCommand(session, record, isOffice, hand)
    if (draft === null) return null
    const { name } = peer
    const answered = peer.meeting.command(draft).then((answer) => {
      if (answer.ok) this.#commands.done += 1
      else if (answer.refusal.reason === 'notKnown' || answer.refusal.code === 'internal' || answer.refusal.code === 'notSaving')
        this.#commands.unknown += 1
      this.#note(`${name} ${draft.kind} ${answer.ok ? 'ok' : (answer.refusal.reason ?? answer.refusal.code)}`)
    })
    this.#pending.add(answered)
    answered.finally(() => this.#pending.delete(answered)).catch(() => undefined)
    return draft.kind
  }

  // ---- what happens to them ----

  #trouble(): void {
    const peer = this.#peers[this.#pick(this.#peers.length)]
    const trouble = this.#troubles[this.#pick(40)]
    if (peer !== undefined) trouble?.(peer)
  }

  /** One in forty each; the rest of the time nothing breaks. */
  readonly #troubles: readonly ((peer: Peer) => void)[] = [
    (peer) => this.#line(peer, 'down'),
    (peer) => this.#line(peer, (['deafUp', 'deafDown', 'dead'] as const)[this.#pick(3)] ?? 'dead'),
    () => this.#mendLines(),
    () => this.#mendLines(),
    () => this.#mendLines(),
    (peer) => {
      this.#network.cut(peer.name)
      this.#happens(`cut ${peer.name}`)
    },
    () => {
      if (this.#pick(3) === 0) this.#kill()
    },
    () => {
      if (this.#pick(4) === 0) this.#stop()
    },
    () => {
      if (this.#pick(2) > 0) return
      this.#diskFails += 1
      this.#happens('disk fails')
    },
    () => {
      if (this.#pick(3) > 0) return
      this.#slowDiskUntilMs = this.#time.nowMs + 8000
      this.#happens('disk slow')
    },
    (peer) => this.#changeRole(peer),
    (peer) => {
      if (peer.kind === 'own' && !this.#opening.has(peer) && this.#pick(2) === 0) this.#crash(peer)
    },
  ]

  #kill(): void {
    if (!this.#server.isUp || this.#stopping !== null) return
    this.#server.kill(this.#pick(2) === 0)
    this.#happens('kill')
    this.#time.after(500 + this.#pick(4000), () => this.#startAgain())
  }

  #stop(): void {
    if (!this.#server.isUp || this.#stopping !== null) return
    this.#happens('stop')
    this.#stopping = this.#server.stop().then(() => {
      this.#stopping = null
      this.#time.after(500 + this.#pick(2000), () => this.#startAgain())
    })
    this.#guard(this.#stopping)
  }

  #mendLines(): void {
    for (const peer of this.#peers) if (this.#pick(2) === 0) this.#line(peer, 'well')
  }

  #line(peer: Peer, state: Parameters<SimulatedNetwork['set']>[1]): void {
    if (this.#network.state(peer.name) === state) return
    this.#network.set(peer.name, state)
    this.#happens(`line ${peer.name} ${state}`)
  }

  #startAgain(): void {
    if (this.#server.isUp) return
    this.#happens('start')
    this.#guard(this.#server.start())
  }

  #changeRole(peer: Peer): void {
    if (peer.name === 'p0' || peer.kind !== 'own' || this.#pick(2) > 0) return
    const role = (['participant', 'participant', 'rapporteur', 'observer'] as const)[this.#pick(4)] ?? 'participant'
    this.#server.setRole(peer.person, role)
    this.#happens(`role ${peer.name} ${role}`)
  }

  /** A browser dies: what its sign had promised must come back, the rest is excused. */
  #crash(peer: OwnPeer): void {
    const { sign } = peer
    if (sign !== 'onDevice')
      for (const letter of this.#letters.missing(this.#server.durableDocument(), peer.name)) this.#excused.add(letter)
    peer.crash()
    this.#happens(`crash ${peer.name} ${sign}`)
    this.#opening.add(peer)
    this.#guard(peer.open().finally(() => this.#opening.delete(peer)))
  }

  // ---- what must hold ----

  #checkSigns(): void {
    for (const peer of this.#peers) {
      const claimed = peer.kind === 'own' ? peer.claimedSaved() : null
      if (claimed === null || (this.#durable.get(claimed.clientId) ?? 0) >= claimed.clock) continue
      this.#fault(`${peer.name} shows saved, and ${claimed.clientId}:${claimed.clock} is not on disk`)
    }
  }

  /** Nobody acts and nothing breaks: whoever has a sound line and says so must be where everybody is, within five seconds. */
  async #calm(): Promise<void> {
    this.#happens('calm')
    this.#troubled = false
    this.#diskFails = 0
    this.#slowDiskUntilMs = 0
    if (!this.#server.isUp) await this.#time.advance(5000)
    await this.#time.advance(8000)
    // One last word each of two people, and exactly one frame of it is lost on its way to somebody.
    this.#loseNext = this.#peers[this.#pick(this.#peers.length)]?.name ?? null
    for (let n = 0; n < 2; n += 1) this.#operate()
    this.#due = this.#server.durableClocks()
    await this.#time.advance(5000)
    this.#loseNext = null
    // A frame that went late was lost late: five seconds are counted from there.
    await this.#time.advance(Math.max(0, this.#lostAtMs + 5000 - this.#time.nowMs))
    this.#checkNobodyIsBehind()
    this.#troubled = true
  }

  #checkNobodyIsBehind(): void {
    // Takes its share of the run's chance, as it always did: the course of the named seeds hangs on it.
    this.#server.durableDocument().destroy()
    const session = this.#server.durableSessionSeq()
    for (const peer of this.#peers) {
      if (!peer.isLive || this.#network.state(peer.name) !== 'well' || this.#network.isDeaf(peer.name)) continue
      if (peer.kind === 'own' && peer.session?.seq !== session)
        this.#fault(`${peer.name} is live and shows session ${peer.session?.seq} of ${session}`)
      if (peer.doc === null) continue
      const lacks = lackingClocks(peer.doc, this.#due)
      // An answer that is still awaited is no claim to be up to date.
      if (lacks !== null && (peer.kind === 'stock' || peer.sign === 'saved'))
        this.#fault(`${peer.name} is live and behind: ${lacks}`)
    }
  }

  async #heal(): Promise<void> {
    this.#happens('heal')
    this.#troubled = false
    this.#diskFails = 0
    this.#slowDiskUntilMs = 0
    for (const peer of this.#peers) this.#network.set(peer.name, 'well')
    await this.#time.advance(6000)
    if (!this.#server.isUp) {
      await this.#stopping
      if (!this.#server.isUp) await this.#during(this.#server.start())
    }
    for (const peer of this.#peers) if (peer.kind === 'stock') peer.comeAgain()
    const isHealed = () =>
      this.#peers.every((peer) => (peer.kind === 'stock' ? peer.isLive || peer.isSentAway : peer.isLive && peer.sign === 'saved'))
    for (let round = 0; round < 60 && !(isHealed() && round > 11); round += 1) await this.#time.advance(5000)
    await this.#time.advance(6000)
    for (const peer of this.#peers) {
      if (peer.kind === 'own' && !(peer.isLive && peer.sign === 'saved')) {
        this.#fault(`${peer.name} does not come back: ${JSON.stringify(peer.meeting.connection.get())} ${peer.sign}`)
      } else if (peer.kind === 'stock' && !peer.isLive && !peer.isSentAway) this.#fault(`${peer.name} does not come back`)
    }
    if (this.#pending.size > 0) this.#fault(`${this.#pending.size} commands without an answer`)
  }

  async #compare(): Promise<void> {
    const { rooms, storage, meetingId } = this.#server
    if (rooms === null || storage === null) return this.#fault('The server is not up')
    const settled = this.#server.durableDocument()
    if (this.#options.swallowWords) this.#letters.note(this.#letters.fresh(3), 'somebody')
    const read = await this.#during(rooms.readRecord(meetingId))
    const meeting = await this.#during(storage.meetings.get(meetingId))
    if (!read.ok || meeting === null) return this.#fault('The record cannot be read')
    const record = read.value
    const fingerprint = canonical(readRecord(settled, meetingId, meeting.session))
    if (canonical(record) !== fingerprint) this.#fault('The room shows another record than the disk')
    const present = this.#peers.filter((peer) => peer.isLive).map((peer) => peer.name)
    for (const peer of this.#peers) {
      if (!peer.isLive) continue
      if (peer.doc !== null) this.#compareDocument(peer, peer.doc, settled, meeting.session, fingerprint)
      if (peer.kind !== 'own') continue
      const shown = peer.meeting.record.get()
      const role = this.#server.roleOf(peer.person) ?? 'observer'
      if (shown === null || canonical(shown) !== canonical(visibleTo(role, record)))
        this.#fault(`${peer.name} (${role}) shows another record`)
      if (peer.meeting.session.get()?.seq !== meeting.session.seq) this.#fault(`${peer.name} shows another session`)
      const people = peer.meeting.people
        .get()
        .map(({ name }) => name)
        .sort()
        .join()
      if (people !== [...present].sort().join()) this.#fault(`${peer.name} sees ${people} instead of ${present.join()}`)
    }
    const asides = await this.#during(storage.documents.asides(this.#server.documentId))
    const own = this.#peers.flatMap((peer) => (peer.kind === 'own' ? peer.keptAside : [peer.left]))
    const lost = this.#letters.lost(settled, [...asides.map(({ text }) => text), ...own, ...this.#excused].join(''))
    if (lost.length > 0) this.#fault(`lost: ${lost.join(', ')}`)
    const { done, unknown } = this.#commands
    const { seq } = meeting.session
    if (seq < done || seq > done + unknown)
      this.#fault(`${done} commands done, ${unknown} unknown, and the session stands at ${seq}`)
    // What was planted in the disk comes back as this one.
    const unplanted = this.#server.faults.filter((error) => !String(error).includes('could not be stored'))
    for (const error of unplanted) this.#fault(`the server reported ${String(error)}`)
    this.#counts.asides = asides.length
    this.#counts.commands = seq
    this.#note(`end ${fingerprint} ${seq}`)
  }

  #compareDocument(peer: Peer, doc: Y.Doc, settled: Y.Doc, session: SessionState, fingerprint: string): void {
    if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(settled)))
      this.#fault(`${peer.name} has another state: ${lacking(doc, settled) ?? lacking(settled, doc) ?? 'deletions'}`)
    if (canonical(readRecord(doc, this.#server.meetingId, session)) !== fingerprint)
      this.#fault(`${peer.name} reads another text`)
  }

  // ---- the machinery ----

  #hand(): Hand {
    return {
      pick: (below) => this.#pick(below),
      fresh: (count) => this.#letters.fresh(count),
      newId: <Id extends string>() => this.#server.newId<Id>(),
    }
  }

  #sessionFor(): SessionState | null {
    for (const peer of this.#peers) {
      const session = peer.kind === 'own' ? peer.session : null
      if (session !== null) return session
    }
    return null
  }

  #written(doc: Y.Doc): string {
    return `${Y.getState(doc.store, doc.clientID)} ${JSON.stringify([...Y.createDeleteSetFromStructStore(doc.store).clients.values()].length)}`
  }

  /** Waits for something that takes (virtual) time. */
  async #during<T>(work: Promise<T>): Promise<T> {
    let isDone = false
    const watched = work.finally(() => {
      isDone = true
    })
    watched.catch(() => undefined)
    for (let round = 0; !isDone; round += 1) {
      if (round > 20_000) throw new Error('Something takes for ever')
      await this.#time.advance(5)
    }
    return watched
  }

  #guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#fault(`broke: ${String(error)}`))
  }

  #pick(below: number): number {
    return Math.floor(this.#random() * below)
  }

  #happens(what: string): void {
    this.#count(what.split(' ')[0] ?? what)
    this.#note(`! ${what}`)
  }

  #count(what: string): void {
    this.#counts[what] = (this.#counts[what] ?? 0) + 1
  }

  #note(line: string): void {
    this.#log.push(`${Math.round(this.#time.nowMs)} ${line}`)
  }

  #fault(what: string): void {
    this.#faults.push(what)
    this.#note(`FAULT ${what}`)
  }

  async #end(): Promise<void> {
    this.#troubled = false
    for (const peer of this.#peers) {
      if (peer.kind === 'own') peer.crash()
      else peer.close()
    }
    await this.#time.advance(1000)
    this.#server.kill(true)
    this.#network.close()
    await this.#time.advance(1000)
  }

  #outcome(): Outcome {
    const log = this.#log
    return {
      log,
      hash: createHash('sha256').update(log.join('\n')).digest('hex').slice(0, 16),
      done: this.#counts.done ?? 0,
      tried: this.#options.operations,
      letters: this.#letters.count,
      clients: this.#peers.length,
      counts: this.#counts,
      faults: this.#faults,
    }
  }
}
