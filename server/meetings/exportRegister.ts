import type { Caller } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import { type ExportFile, isRegisterExport, type Registered } from '../exports/index.ts'
import { enterGroup } from './enterGroup.ts'
import { exportContext } from './exportContext.ts'
import { laterFacts, type RegisterFilters, remindersOf } from './laterFacts.ts'
import { registerSourceFor } from './registerSource.ts'
import { stillTheSame } from './stillTheSame.ts'
import type { Workspace } from './Workspace.ts'

/** More meetings than this do not go into one file; a weekly group needs ten years for them. */
const mostMeetings = 500

/** A register of all meetings of a group that the caller may read; with a seat in one meeting, of that one. The filters are those of the pages. */
export async function exportRegister(
  at: Workspace,
  caller: Caller,
  groupId: string,
  { name, ...ask }: RegisterFilters & { readonly name: string },
): Promise<Result<ExportFile>> {
  const enter = () => enterGroup(at, caller, groupId, 'group.read')
  const entered = await enter()
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isRegisterExport(name)) return refuse('notFound', 'There is no such document.')
  const { file } = entered.value
  const source = await registerSourceFor(at, entered.value)
  if (!source.ok) return source
  const { records } = source.value
  const later = laterFacts(at, source.value, ask)
  const isAsked = isMeetingAsked(name, later)
  const asked = records.filter(({ record }) => isAsked(record))
  if (asked.length > mostMeetings) return refuse('tooLarge', `A register holds at most ${mostMeetings} meetings.`)
  const meetings = asked.map((one): Registered => ({ record: one.record, context: exportContext(at, file, one) }))
  const reminders = name === 'calendar.ics' ? remindersOf(at, source.value, ask) : []
  const job = { kind: 'register', name, groupName: file.group.name, meetings, later, reminders } as const
  return stillTheSame(await at.exporter.render(job, caller.person), entered.value.place, enter)
}

type Listed = Parameters<typeof laterFacts>[1]['records'][number]['record']

/** A meeting without a line that was asked for need not go into the file; the others hold every meeting. */
function isMeetingAsked(name: string, later: ReturnType<typeof laterFacts>): (record: Listed) => boolean {
  if (name === 'outcomes.csv') return ({ outcomes }) => outcomes.some(({ id }) => Object.hasOwn(later.outcomes, id))
  if (name === 'actions.csv') return ({ actions }) => actions.some(({ id }) => Object.hasOwn(later.actions, id))
  return () => true
}
