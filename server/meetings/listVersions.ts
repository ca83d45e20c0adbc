import type { Caller } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { VersionLineAnswer } from '../../shared/protocol/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { type Page, type PageAsk, page } from './page.ts'
import { versionLineOf } from './versionAnswers.ts'
import type { Workspace } from './Workspace.ts'

/** The versions of a record, oldest first. */
export async function listVersions(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  ask: PageAsk,
): Promise<Result<Page<VersionLineAnswer>>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  const lines = entered.value.meeting.session.versions.map(versionLineOf)
  return page(lines, (line) => String(line.number), ask)
}
