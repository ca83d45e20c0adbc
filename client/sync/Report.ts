import {
  type DelegationId,
  type GroupId,
  type MeetingId,
  type Millis,
  type PersonId,
  type ReportId,
  type Result,
  refuse,
} from '../../shared/base/index.ts'
import type { ReportJoined } from '../../shared/protocol/index.ts'
import type { ReportEdit, ReportHead, ReportView, SourcesNow } from '../../shared/report/index.ts'
import type { KnownOfPast } from './copyOfPast.ts'
import type { Loaded } from './deviceTypes.ts'
import type { DocumentParts } from './documentParts.ts'
import type { HeldCopy } from './MeetingLine.ts'
import { OpenDocument } from './OpenDocument.ts'
import { ReportLine } from './ReportLine.ts'
import { ReportPicture } from './ReportPicture.ts'
import type { ReportStandpoint } from './ReportStandpoint.ts'
import type { Readable } from './Signal.ts'

export interface ReportParts extends DocumentParts {
  readonly reportId: ReportId
}

/** One open report, as values that tell when they change. */
export class Report extends OpenDocument<ReportPicture, ReportLine> {
  constructor(parts: ReportParts) {
    const line = new ReportLine(parts.connection, parts.reportId, parts.newId)
    super(parts, line, (hooks) => new ReportPicture({ ...parts, ...hooks }))
    // The shape is the server's own: both sides have agreed on the version at the door.
    line.on('report.view', (event) => this.picture.showView(event.report as ReportView))
    line.on('report.sources', (event) => this.picture.tell(sourcesIn(event.sources)))
  }

  get report(): Readable<ReportView | null> {
    return this.picture.report
  }
  get standpoint(): Readable<ReportStandpoint | null> {
    return this.picture.standpoint
  }

  /** One named edit: one transaction, remembered so that it can be taken back by name. */
  edit(edit: ReportEdit): Result<null> {
    const pen = this.picture.pen.get()
    if (pen === null) return refuse('forbidden', 'Here you read only.')
    const done = pen.edit(edit)
    this.picture.readNow()
    return done
  }

  protected override showCopy({ copy, frames }: Loaded): void {
    if (copy?.kind === 'report') this.picture.showCopy(copy, frames)
  }

  /** A report is kept as its document alone. */
  protected override known(): KnownOfPast {
    return { session: null, role: null, view: null }
  }

  protected override join(copy: HeldCopy): void {
    this.line.join(copy, (answer) => {
      if (answer === null || !this.isJoining) return
      if (!answer.ok) {
        this.turnedAway(answer.refusal)
        return
      }
      const joined = answer.value
      this.entered(joined, () => this.picture.stand(standpointIn(joined)))
    })
  }
}

/** What the server said at the door; ids as it gave them. */
function standpointIn(joined: ReportJoined): ReportStandpoint {
  const { mode, readerBecause, role, you } = joined
  return {
    mode,
    readerBecause,
    role,
    you,
    me: { personId: joined.personId as PersonId, delegationId: you.delegationId as DelegationId | null, name: you.name },
    head: headIn(joined.report),
    sources: sourcesIn(joined.sources),
  }
}

function headIn(told: ReportJoined['report']): ReportHead {
  const { reportId, groupId, meetingIds, createdAt } = told
  return {
    ...told,
    reportId: reportId as ReportId,
    groupId: groupId as GroupId,
    meetingIds: meetingIds as readonly string[] as readonly MeetingId[],
    createdAt: createdAt as Millis,
  }
}

function sourcesIn(told: ReportJoined['sources']): SourcesNow {
  return { ...told, meetings: told.meetings.map((one) => ({ ...one, meetingId: one.meetingId as MeetingId })) }
}
