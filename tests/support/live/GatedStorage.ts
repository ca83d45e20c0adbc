import type { Append, Documents, Meetings, SessionChange, Storage } from '../../../server/storage/index.ts'
import type { DocumentId, MeetingId, Result } from '../../../shared/base/index.ts'

/** The real storage with a gate before every append and commit: a test can hold appends back, let them go, or make them fail. */
export class GatedStorage implements Storage {
  readonly documents: Documents
  /** Every append that was asked for, in order. */
  readonly appends: Append[] = []
  readonly meetings: Meetings
  /** Every commit that was asked for, in order. */
  readonly commits: SessionChange[] = []
  private readonly waiting: (() => void)[] = []
  private readonly arrivals: (() => void)[] = []
  private held = false
  private failures = 0
  private commitsHeld = false
  private readonly commitsWaiting: (() => void)[] = []
  private saving = true
  private readonly healthListeners = new Set<(saving: boolean) => void>()

  constructor(private readonly inner: Storage) {
    this.documents = {
      create: (...args) => inner.documents.create(...args),
      load: (...args) => inner.documents.load(...args),
      append: (documentId, append) => this.append(documentId, append),
      compact: (...args) => inner.documents.compact(...args),
      authors: (...args) => inner.documents.authors(...args),
      seqOf: (...args) => inner.documents.seqOf(...args),
      asides: (...args) => inner.documents.asides(...args),
      removeAside: (...args) => inner.documents.removeAside(...args),
    }
    this.meetings = {
      create: (...args) => inner.meetings.create(...args),
      get: (...args) => inner.meetings.get(...args),
      list: (...args) => inner.meetings.list(...args),
      sources: (...args) => inner.meetings.sources(...args),
      commit: (meetingId, change) => this.commit(meetingId, change),
      appliedCommand: (...args) => inner.meetings.appliedCommand(...args),
      version: (...args) => inner.meetings.version(...args),
      comments: (...args) => inner.meetings.comments(...args),
    }
  }

  hold(): void {
    this.held = true
  }

  /** Commits of the session wait from now on; appends do not. */
  holdCommits(): void {
    this.commitsHeld = true
  }

  release(): void {
    this.held = false
    this.commitsHeld = false
    for (const go of this.commitsWaiting.splice(0)) go()
    for (const go of this.waiting.splice(0)) go()
  }

  get isHeld(): boolean {
    return this.held
  }

  failNext(): void {
    this.failures += 1
  }

  /** As when the disk is full, and when there is room again. */
  setSaving(saving: boolean): void {
    this.saving = saving
    for (const listener of this.healthListeners) listener(saving)
  }

  /** Resolves when an append or a commit stands at the gate. */
  async arrived(): Promise<void> {
    if (this.waiting.length + this.commitsWaiting.length === 0) await new Promise<void>((resolve) => this.arrivals.push(resolve))
  }

  private async append(documentId: DocumentId, append: Append): Promise<Result<number>> {
    this.appends.push(append)
    if (this.held) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
        for (const arrived of this.arrivals.splice(0)) arrived()
      })
    }
    if (this.failures > 0) {
      this.failures -= 1
      throw new Error('The disk said no')
    }
    return this.inner.documents.append(documentId, append)
  }

  private async commit(meetingId: MeetingId, change: SessionChange) {
    this.commits.push(change)
    if (this.commitsHeld) {
      await new Promise<void>((resolve) => {
        this.commitsWaiting.push(resolve)
        for (const arrived of this.arrivals.splice(0)) arrived()
      })
    }
    return this.inner.meetings.commit(meetingId, change)
  }

  get directory() {
    return this.inner.directory
  }
  get visits() {
    return this.inner.visits
  }

  get quarantine() {
    return this.inner.quarantine
  }

  get reports() {
    return this.inner.reports
  }

  get ledgers() {
    return this.inner.ledgers
  }
  get derivedFolder() {
    return this.inner.derivedFolder
  }

  get wasRestored() {
    return this.inner.wasRestored
  }

  get epoch() {
    return this.inner.epoch
  }
  health() {
    return this.saving ? this.inner.health() : { saving: false, reason: 'The disk is full', late: false }
  }
  onHealth(listener: (saving: boolean) => void) {
    this.healthListeners.add(listener)
    const stop = this.inner.onHealth(listener)
    return () => {
      this.healthListeners.delete(listener)
      stop()
    }
  }
  verify(...checks: Parameters<Storage['verify']>) {
    return this.inner.verify(...checks)
  }
  backup() {
    return this.inner.backup()
  }
  close() {
    return this.inner.close()
  }
}
