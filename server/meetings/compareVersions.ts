import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { CompareAnswer } from '../../shared/protocol/index.ts'
import { comparePapers } from '../../shared/record/index.ts'
import { documentOf } from '../rooms/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { hiddenFrom, storedVersion, versionLineOf } from './versionAnswers.ts'
import type { Workspace } from './Workspace.ts'
import { writersBetween } from './writersBetween.ts'

/** Two versions side by side, word by word, with whose words came in as far as the attribution rule lets it be known. */
export async function compareVersions(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  from: string,
  to: string,
): Promise<Result<CompareAnswer>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  const before = await storedVersion(at, entered.value, from)
  if (!before.ok) return before
  const after = await storedVersion(at, entered.value, to)
  if (!after.ok) return after
  const hidden = await hiddenFrom(at, entered.value)
  if (!hidden.ok) return hidden
  const isHidden = hidden.value ?? (() => false)
  const { meeting, file } = entered.value
  const authors = await at.storage.documents.authors(documentOf(meeting.meetingId))
  const writers = writersBetween(before.value, after.value, authors, file, meeting.session.head.attribution)
  const changes = comparePapers(before.value.paper, after.value.paper)
    .filter((change) => ![change.before, change.after].some((part) => part !== null && isHidden(part)))
    .map(({ words, fields, ...change }) => ({
      ...change,
      words: words.map((word) => ({ ...word })),
      fields: [...fields],
      writers: change.what === 'same' ? [] : writers(change.key),
    }))
  return ok({ from: versionLineOf(before.value), to: versionLineOf(after.value), changes })
}
