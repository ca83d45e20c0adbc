import { may } from '../../shared/access/index.ts'
import { type DocumentId, type GroupId, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { TouchedPath } from '../../shared/record/index.ts'
import { type ReportView, readReport, reportView, type SourcesNow } from '../../shared/report/index.ts'
import type { StoredReport } from '../storage/index.ts'
import type { OwnWelcome, Standing } from './face.ts'
import { isPen, type Member, type ReaderBecause } from './Member.ts'
import type { CameAs, Side, SideHost } from './Side.ts'

/** Readers hear of changes at most four times a second, and sources are asked no more often. */
const gapMs = 250

/** A report as it is stored, and what its sources say. */
export interface ReportParts {
  readonly report: StoredReport
  readonly sources: SourcesNow
  /** Asks the sources anew; waits for the commits under way in their rooms. */
  readonly readSources: (report: StoredReport) => Promise<SourcesNow>
}

/** What only a report's room has: the head, what its sources say now, and the report as those read it who hold no document. */
export class ReportSide implements Side {
  readonly kind = 'report'
  readonly groupId: GroupId
  readonly documentId: DocumentId
  /** There is no session whose commands could wait. */
  readonly isEmpty = true
  private sources: SourcesNow
  private version = 1
  private shown: string | null = null
  private stopShow: (() => void) | null = null
  private stopAsk: (() => void) | null = null

  constructor(
    private readonly host: SideHost,
    private readonly parts: ReportParts,
  ) {
    this.groupId = parts.report.groupId
    this.documentId = host.held.documentId
    this.sources = parts.sources
  }

  /** A report has nothing beside its document that changes. */
  async isAsStored(): Promise<boolean> {
    return true
  }

  get report(): StoredReport {
    return this.parts.report
  }

  /** The report as it is stored; null when the room has fallen meanwhile and its memory counts for nothing. */
  readReport(): Promise<ReportView | null> {
    return this.host.line.run(() => (this.host.isDropped() ? null : this.view()))
  }

  /** A meeting has changed that the report is made of: asks what it says now, and tells where that is something else. */
  sourceMoved(): void {
    if (this.stopAsk !== null) return
    this.stopAsk = this.host.clock.after(gapMs, () => {
      this.stopAsk = null
      this.renewSources().catch((error: unknown) => this.host.reportFault(error, { documentId: this.documentId }))
    })
  }

  whyReader({ role, group }: Standing, { isOutdated, isScreen }: CameAs): ReaderBecause | null {
    if (isScreen) return 'screen'
    if (!may(role, 'report.edit', { phase: null, rules: group.rules })) return 'role'
    return isOutdated ? 'outdated' : null
  }

  rights(_paths: readonly TouchedPath[], { role, group }: Standing): Result<null> {
    return may(role, 'report.edit', { phase: null, rules: group.rules })
      ? ok(null)
      : refuse('forbidden', 'Your role does not edit reports.')
  }

  mayShowPlace({ role, group }: Standing): boolean {
    return may(role, 'presence.show', { phase: null, rules: group.rules })
  }

  /** Who wrote which words of a report is nobody's to ask: it is the Coordinator's statement. */
  attribution(): 'none' {
    return 'none'
  }

  phase(): null {
    return null
  }

  ownWelcome(): OwnWelcome {
    return { kind: 'report', report: this.parts.report, sources: this.sources }
  }

  welcome(member: Member): void {
    this.host.tell({ kind: 'report', version: this.version, report: this.view() }, [member])
  }

  touched(): void {
    if (this.stopShow !== null || this.readers().length === 0) return
    this.stopShow = this.host.clock.after(gapMs, () => {
      this.stopShow = null
      this.host.line
        .run(() => {
          if (!this.host.isDropped()) this.show()
        })
        .catch((error: unknown) => this.host.reportFault(error, { documentId: this.documentId }))
    })
  }

  observed(): null {
    return null
  }

  async command(): Promise<Result<never>> {
    await Promise.resolve()
    return refuse('invalid', 'A report has no session.')
  }

  close(): void {
    this.stopAsk?.()
    this.stopAsk = null
  }

  release(): void {
    this.close()
    this.stopShow?.()
    this.stopShow = null
  }

  private async renewSources(): Promise<void> {
    const now = await this.parts.readSources(this.parts.report)
    await this.host.line.run(() => {
      if (this.host.isDropped() || JSON.stringify(now) === JSON.stringify(this.sources)) return
      this.sources = now
      this.host.tell({ kind: 'sources', sources: now }, [...this.host.members].filter(isPen))
      this.touched()
    })
  }

  private show(): void {
    const report = this.view()
    const said = JSON.stringify(report)
    if (said === this.shown) return
    this.shown = said
    this.version += 1
    this.host.tell({ kind: 'report', version: this.version, report }, this.readers())
  }

  private readers(): Member[] {
    return [...this.host.members].filter((member) => !isPen(member))
  }

  private view(): ReportView {
    return reportView(this.parts.report, readReport(this.host.held.live.doc), this.sources)
  }
}
