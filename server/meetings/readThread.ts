import type { Caller } from '../../shared/access/index.ts'
import { type MeetingId, ok, type Result } from '../../shared/base/index.ts'
import type { ThreadAnswer } from '../../shared/protocol/index.ts'
import { actionThread, type GroupRecord, outcomeThread, type ThreadCorrection } from '../../shared/register/index.ts'
import { unknown } from './placeIn.ts'
import { registerSource } from './registerSource.ts'
import type { Workspace } from './Workspace.ts'

/** One outcome or action through the years, as far as the caller may see each step. */
export async function readThread(
  at: Workspace,
  caller: Caller,
  groupId: string,
  kind: string,
  id: string,
): Promise<Result<ThreadAnswer>> {
  const source = await registerSource(at, caller, groupId)
  if (!source.ok) return source
  const { records } = source.value
  const now = at.clock.now()
  if (kind === 'outcome') {
    const of = records.find(({ record }) => record.outcomes.some((one) => one.id === id))
    const parts = of === undefined ? [] : outcomeParts(of, id)
    const thread = of && outcomeThread(source.value, id, now, await correctionsOf(at, of.meetingId, parts))
    return thread ? ok(thread) : unknown()
  }
  if (kind !== 'action') return unknown()
  const of = records.find(({ record }) => record.actions.some((one) => one.id === id))
  const thread = of && actionThread(source.value, id, now, await correctionsOf(at, of.meetingId, [`action:${id}`]))
  return thread ? ok(thread) : unknown()
}

/** The keys of an outcome and its qualifications in a version. */
function outcomeParts({ record }: GroupRecord, id: string): readonly string[] {
  const qualifiers = record.outcomes.find((one) => one.id === id)?.qualifiers ?? []
  return [`outcome:${id}`, ...qualifiers.map((one) => `qualifier:${one.id}`)]
}

/** What corrigenda mended in these parts, oldest first. */
async function correctionsOf(
  at: Pick<Workspace, 'storage'>,
  meetingId: MeetingId,
  parts: readonly string[],
): Promise<readonly ThreadCorrection[]> {
  const meeting = await at.storage.meetings.get(meetingId)
  const found: ThreadCorrection[] = []
  for (const { number, kind, at: when, actor } of meeting?.session.versions ?? []) {
    if (kind !== 'corrigendum') continue
    const version = await at.storage.meetings.version(meetingId, number)
    for (const { part, before, after } of version?.corrections ?? []) {
      if (parts.includes(part)) found.push({ version: { number, at: when, actor }, before, after })
    }
  }
  return found
}
