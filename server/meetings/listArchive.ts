import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { ArchiveAnswer, ArchiveLineAnswer } from '../../shared/protocol/index.ts'
import type { ArchiveLine } from '../archive/index.ts'
import { enterGroup } from './enterGroup.ts'
import { type PageAsk, page } from './page.ts'
import { type OwnGroup, scopesOf } from './scopesOf.ts'
import type { Workspace } from './Workspace.ts'

interface ArchiveAsk extends PageAsk {
  readonly year?: string | undefined
  readonly phase?: string | undefined
}

/** The records of one group as lines, the latest meeting first. */
export async function listArchive(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: ArchiveAsk,
): Promise<Result<ArchiveAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'record.read')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const scope = { groupId: file.group.id, withClosed: place.role !== 'observer', onlyMeeting: place.onlyMeeting }
  return pageOfLines(at, [{ file, scope }], ask)
}

/** The records of all groups in which the caller has a place. */
export async function listWholeArchive(at: Workspace, caller: Caller, ask: ArchiveAsk): Promise<Result<ArchiveAnswer>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  return pageOfLines(at, await scopesOf(at, caller), ask)
}

interface Sorted {
  readonly line: ArchiveLine
  readonly own: OwnGroup
  readonly date: string
}

async function pageOfLines(at: Workspace, groups: readonly OwnGroup[], ask: ArchiveAsk): Promise<Result<ArchiveAnswer>> {
  const all: Sorted[] = []
  for (const own of groups) {
    const { onlyMeeting } = own.scope
    for (const line of await at.archive.lines(own.file.group.id)) {
      if (onlyMeeting !== null && line.meetingId !== onlyMeeting) continue
      all.push({ line, own, date: line.startsAt ?? new Date(line.createdAt).toISOString() })
    }
  }
  all.sort((one, other) => (one.date === other.date ? order(one, other) : one.date < other.date ? 1 : -1))
  const years = countYears(all)
  const fitting = all.filter(({ line }) => {
    return (ask.year === undefined || yearOf(line) === ask.year) && (ask.phase === undefined || line.phase === ask.phase)
  })
  const cut = page(fitting, ({ line }) => line.meetingId, ask)
  if (!cut.ok) return cut
  return ok({ items: cut.value.items.map(answerOf), next: cut.value.next, total: fitting.length, years })
}

function order(one: Sorted, other: Sorted): number {
  return one.line.meetingId < other.line.meetingId ? -1 : 1
}

function yearOf({ startsAt }: ArchiveLine): string {
  return startsAt?.slice(0, 4) ?? 'unknown'
}

/** Newest first, the unknown last. */
function countYears(all: readonly Sorted[]): ArchiveAnswer['years'] {
  const counts = new Map<string, number>()
  for (const { line } of all) counts.set(yearOf(line), (counts.get(yearOf(line)) ?? 0) + 1)
  const rank = (year: string) => (year === 'unknown' ? '' : year)
  return [...counts].map(([year, count]) => ({ year, count })).sort((one, other) => (rank(one.year) < rank(other.year) ? 1 : -1))
}

function answerOf({ line, own }: Sorted): ArchiveLineAnswer {
  const { groupId, meetingId, title, startsAt, place, formalMeeting, symbol, phase, version, fingerprint } = line
  const { outcomes, actions, openActions, delegations } = own.scope.withClosed ? line.all : line.open
  const head = { meetingId, groupId, groupName: own.file.group.name, title, startsAt, place, formalMeeting, symbol, phase }
  return { ...head, version, fingerprint, outcomes, actions, openActions, delegations }
}
