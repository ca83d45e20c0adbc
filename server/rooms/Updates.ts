import * as Y from 'yjs'
import { type DocumentId, never, ok, type Refusal, type Refused, type Result, refuse } from '../../shared/base/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Append, Aside, Authorship, Binding, Documents } from '../storage/index.ts'
import type { AsideDraft, AsideShelf } from './AsideShelf.ts'
import type { ClientIds } from './ClientIds.ts'
import { judge, type Verdict } from './judge.ts'
import { keptAuthor } from './keptAuthors.ts'
import type { Line } from './Line.ts'
import type { LiveDocument } from './LiveDocument.ts'
import { type Member, personOf } from './Member.ts'
import { Pace } from './Pace.ts'
import type { Side } from './Side.ts'

/** A turn takes at most so much; the rest is the next one's. */
const maxTurnUpdates = 64
const maxTurnBytes = 512 * 1024
/** G11: a turn stops judging after so long, so that nobody's frames hold the loop; what is left is the next turn's. */
const maxTurnMs = 20
/** What may wait in a room, for all senders together, before senders are told to come back later. */
const maxWaitingBytes = 4 * 1024 * 1024
/** What of that may be one sender's: the rest is for the others. */
const maxWaitingBytesEach = 1_280 * 1024

const spentOut: Verdict = {
  kind: 'refused',
  refusal: { code: 'tooMany', message: 'Your changes took too much work; try again in a moment.' },
  clients: [],
}
const outdated: Refusal = { code: 'outdated', message: 'This page is older than the record: please reload.' }

export interface UpdatesParts {
  readonly documentId: DocumentId
  readonly documents: Documents
  readonly ids: ClientIds
  readonly asides: AsideShelf
  readonly line: Line
  readonly clock: Pick<Clock, 'now' | 'monotonicMs' | 'after'>
  readonly reportFault: ReportFault
  readonly live: () => LiveDocument
  /** What only the kind of document decides: rights by place, and what may be kept of who wrote. */
  readonly side: Pick<Side, 'rights' | 'attribution'>
  readonly isSaving: () => boolean
  /** A turn has been stored: tell everyone. Called before the senders get their answer. */
  readonly onStored: (frame: Uint8Array | null, seq: number) => void
  /** The document in memory is not sound: read it again from the log. */
  readonly reopen: () => Promise<void>
  /** The log does not take it: everyone out, and in again. */
  readonly fail: (refusal: Refusal) => void
}

interface Waiting {
  readonly member: Member
  readonly bytes: Uint8Array
  readonly answer: (result: Result<null>) => void
}

type Judged = readonly (readonly [Waiting, Verdict])[]

/** Takes updates in, turn by turn: judge, apply, append, then everyone (ARCHITECTURE, "One room, three doors"). */
export class Updates {
  private waiting: Waiting[] = []
  private waitingBytes = 0
  private readonly waitingEach = new Map<Member, number>()
  private scheduled = false
  private closedBy: Refusal | null = null
  private stoppedBy: Refusal | null = null
  /** Set after a turn that broke: then each update gets a turn of its own, so that the one at fault is found. */
  private alone = 0
  private readonly pace: Pace

  constructor(private readonly parts: UpdatesParts) {
    this.pace = new Pace(parts.clock)
  }

  /** Why so many more bytes of this sender cannot be taken now; null when they can. */
  refuses(member: Member, bytes: number): Refused | null {
    const over = this.closedBy ?? this.stoppedBy
    if (over !== null) return { ok: false, refusal: over }
    const own = (this.waitingEach.get(member) ?? 0) + bytes
    if (own <= maxWaitingBytesEach && this.waitingBytes + bytes <= maxWaitingBytes) return null
    return refuse('tooMany', 'More is waiting to be stored than may wait.')
  }

  /** Resolves once the update is stored, or refused. Ask `refuses` first. */
  bring(member: Member, bytes: Uint8Array): Promise<Result<null>> {
    return new Promise((answer) => {
      this.waiting.push({ member, bytes, answer })
      this.count(member, bytes.length)
      this.schedule()
    })
  }

  /** Starts the next turn when there is something to do and a place to store it. */
  schedule(): void {
    if (this.scheduled || this.waiting.length === 0 || this.closedBy !== null || !this.parts.isSaving()) return
    this.scheduled = true
    const begin = () => {
      this.parts.line
        .run(() => this.turn())
        .catch((error: unknown) => {
          const fault = this.parts.reportFault(error, { documentId: this.parts.documentId })
          this.parts.fail({ code: 'notSaving', message: `What you wrote could not be stored (${fault}).` })
        })
        .finally(() => {
          this.scheduled = false
          this.schedule()
        })
    }
    // One trip round the loop gathers what arrived together; a room in which telling is light pays no further delay.
    if (this.pace.leftMs < 1) setImmediate(begin)
    else this.parts.clock.after(this.pace.leftMs, begin)
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0 && !this.scheduled
  }

  /** From now on nothing new is taken; what waits is still worked off. */
  stopTaking(refusal: Refusal): void {
    this.stoppedBy = refusal
  }

  /** From now on nothing is taken; what waits is answered with the reason. */
  close(refusal: Refusal): void {
    this.closedBy = refusal
    for (const { answer } of this.takeBatch(Number.POSITIVE_INFINITY)) answer({ ok: false, refusal })
  }

  private async turn(): Promise<void> {
    const batch = this.takeBatch(this.alone > 0 ? 1 : maxTurnUpdates)
    this.alone = Math.max(0, this.alone - 1)
    try {
      await this.work(batch)
    } catch (error) {
      // Nobody was told that it is saved: the log may or may not have it, and the next opening will show.
      for (const { answer } of batch) answer(refuse('notSaving', 'This could not be stored now.'))
      throw error
    }
  }

  private async work(batch: readonly Waiting[]): Promise<void> {
    const made = this.judgeAll(batch)
    if (made === null) {
      await this.recover(batch)
      return
    }
    const { judged, frame } = made
    this.putBack(batch.slice(judged.length))
    const asides = this.takeAsides(judged)
    const taken = [...asides.values()].flat()
    const append = this.toAppend(judged, frame, taken)
    if (append !== null) {
      const stored = await this.parts.documents.append(this.parts.documentId, append)
      if (!stored.ok) {
        for (const [{ answer }] of judged) answer(stored)
        this.parts.fail(stored.refusal)
        return
      }
      for (const binding of append.bindings) this.parts.ids.markWritten(binding.clientId)
      this.parts.live().stored(stored.value, frame)
      this.pace.tell(() => this.parts.onStored(frame, stored.value))
      this.parts.asides.announce(taken)
    }
    // R4: log first, then everyone, and only now the answer.
    for (const [waiting, verdict] of judged) waiting.answer(answerOf(verdict, asides.has(waiting)))
  }

  private judgeAll(batch: readonly Waiting[]): { readonly judged: Judged; readonly frame: Uint8Array | null } | null {
    const { clock, ids } = this.parts
    const live = this.parts.live()
    const judged: (readonly [Waiting, Verdict])[] = []
    const spent: number[] = []
    const refused = new Set<Member>()
    const began = clock.monotonicMs()
    let now = began
    try {
      const { frame } = live.apply(() => {
        for (const waiting of batch) {
          if (now - began > maxTurnMs) break
          const verdict = refused.has(waiting.member) ? spentOut : this.judgeOne(waiting)
          if (verdict === spentOut) refused.add(waiting.member)
          if (verdict.kind === 'accepted') {
            Y.applyUpdate(live.doc, verdict.bytes, waiting.member.id)
            live.rememberLost(verdict.lost, verdict.written)
          }
          if (verdict.kind === 'refused' || verdict.kind === 'late') for (const id of verdict.clients) ids.end(id)
          judged.push([waiting, verdict])
          const since = now
          now = clock.monotonicMs()
          spent.push(now - since)
          waiting.member.budget.charge(now - since)
        }
      })
      // What closing the transaction took is paid by those whose updates made it, as they did the rest.
      const closing = (clock.monotonicMs() - now) / Math.max(1, now - began)
      judged.forEach(([{ member }], index) => {
        member.budget.charge(closing * (spent[index] ?? 0))
      })
      return { judged, frame }
    } catch (error) {
      this.parts.reportFault(error, { documentId: this.parts.documentId, updates: batch.length })
      return null
    }
  }

  private judgeOne({ member, bytes }: Waiting): Verdict {
    if (member.endedBy !== null) return { kind: 'refused', refusal: member.endedBy, clients: [] }
    // Asked again here: what arrived in one breath was let in before any of it had cost anything.
    if (member.budget.owes) return spentOut
    const sender = { person: personOf(member), standing: member.standing, unwritten: member.unwritten }
    const live = this.parts.live()
    const verdict = judge(bytes, sender, live, this.parts.ids, this.parts.side, this.parts.clock.now())
    // DECIDED 11: what an older client does not know it might delete; its words wait on the device until it has reloaded.
    if (verdict.kind !== 'known' && member.isOutdated) return { kind: 'refused', refusal: outdated, clients: [] }
    if (verdict.kind === 'accepted' && verdict.written.length > 0 && live.wouldExceed(verdict.bytes.length)) {
      const refusal: Refusal = { code: 'overLimit', message: 'This document is as large as one may be.' }
      return { kind: 'refused', refusal, clients: verdict.written.map(({ clientId }) => clientId) }
    }
    return verdict
  }

  /** Something got past the gate and broke the document: read it again, and find the one at fault by taking each alone. */
  private async recover(batch: readonly Waiting[]): Promise<void> {
    await this.parts.reopen()
    if (batch.length === 1) {
      for (const { answer } of batch) answer(refuse('malformed', 'This update cannot be applied.'))
      return
    }
    this.putBack(batch)
    this.alone = batch.length
  }

  private putBack(batch: readonly Waiting[]): void {
    this.waiting.unshift(...batch)
    for (const { member, bytes } of batch) this.count(member, bytes.length)
  }

  private count(member: Member, bytes: number): void {
    this.waitingBytes += bytes
    const own = (this.waitingEach.get(member) ?? 0) + bytes
    if (own > 0) this.waitingEach.set(member, own)
    else this.waitingEach.delete(member)
  }

  private takeAsides(judged: Judged): ReadonlyMap<Waiting, readonly Aside[]> {
    const taken = new Map<Waiting, readonly Aside[]>()
    for (const [waiting, verdict] of judged) {
      const asides: Aside[] = []
      for (const draft of this.draftsOf(waiting, verdict)) {
        const aside = this.parts.asides.take(draft)
        if (aside !== null) asides.push(aside)
      }
      if (asides.length > 0) taken.set(waiting, asides)
    }
    return taken
  }

  private draftsOf({ member }: Waiting, verdict: Verdict): readonly AsideDraft[] {
    const person = personOf(member)
    if (verdict.kind === 'late') {
      const reason = verdict.refusal.code === 'locked' ? 'locked' : 'rightEnded'
      return [{ person, text: verdict.text, reason, update: verdict.bytes, path: verdict.path }]
    }
    if (verdict.kind !== 'accepted') return []
    return verdict.lost.map((lost) => ({
      // Words go to whoever wrote them, not to whoever deleted what held them.
      person: lost.whose === 'sender' ? person : (this.parts.ids.ownerOf(lost.clientId) ?? person),
      text: lost.text,
      reason: 'deletedUnder' as const,
      update: lost.whose === 'sender' ? verdict.bytes : null,
      path: lost.path,
    }))
  }

  private toAppend(judged: Judged, frame: Uint8Array | null, asides: readonly Aside[]): Append | null {
    const bindings = new Map<number, Binding>()
    const authors: Authorship[] = []
    const placeOf = new Map<number, number>()
    const attribution = this.parts.side.attribution()
    for (const [{ member }, verdict] of judged) {
      if (verdict.kind !== 'accepted') continue
      const person = personOf(member)
      for (const { clientId, clock, length } of verdict.written) {
        if (!this.parts.ids.isWritten(clientId)) bindings.set(clientId, { clientId, person })
        member.unwritten.delete(clientId)
        const author = keptAuthor(attribution, member.standing.delegation)
        if (author === null) continue
        const place = placeOf.get(clientId)
        const before = place === undefined ? undefined : authors[place]
        // Typed on in the same turn by the same hand: one stretch.
        const follows = before?.delegationId === author.delegationId && before.clock + before.length === clock
        if (follows && place !== undefined) authors[place] = { ...before, length: before.length + length }
        else {
          placeOf.set(clientId, authors.length)
          authors.push({ clientId, clock, length, ...author, at: this.parts.clock.now() })
        }
      }
    }
    if (frame === null && asides.length === 0 && bindings.size === 0) return null
    return { after: this.parts.live().seq, frame, bindings: [...bindings.values()], asides, authors }
  }

  private takeBatch(maxUpdates: number): Waiting[] {
    let bytes = 0
    let count = 0
    for (const next of this.waiting) {
      if (
        count >= maxUpdates ||
        (count > 0 && bytes + next.bytes.length > maxTurnBytes && maxUpdates !== Number.POSITIVE_INFINITY)
      )
        break
      bytes += next.bytes.length
      count += 1
    }
    const batch = this.waiting.splice(0, count)
    for (const { member, bytes } of batch) this.count(member, -bytes.length)
    return batch
  }
}

function answerOf(verdict: Verdict, isKept: boolean): Result<null> {
  switch (verdict.kind) {
    case 'known':
    case 'accepted':
      return ok(null)
    case 'refused':
      return { ok: false, refusal: verdict.refusal }
    case 'late': {
      const { code, message } = verdict.refusal
      return refuse(
        code,
        `${message} ${isKept ? 'What you wrote is kept aside for you.' : 'Copy your text: no more can be kept aside.'}`,
      )
    }
    default:
      return never(verdict)
  }
}
