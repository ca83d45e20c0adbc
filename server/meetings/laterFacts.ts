import type { ActionFilters, OutcomeFilters } from '../../shared/protocol/index.ts'
import type { ActionRow, OutcomeName, OutcomeRow, RegisterSource, RowAuthor } from '../../shared/register/index.ts'
import type { ActionLater, Later, OutcomeLater, Reminder } from '../exports/index.ts'
import { actionsOf } from './listActions.ts'
import { outcomesOf } from './listOutcomes.ts'
import type { Workspace } from './Workspace.ts'

/** The filters of both registers. */
export type RegisterFilters = OutcomeFilters & ActionFilters

/** What passes the filters, with what later facts say of it, for a file. */
export function laterFacts(at: Pick<Workspace, 'clock'>, source: RegisterSource, ask: RegisterFilters): Later {
  return {
    outcomes: Object.fromEntries(outcomesOf(source, ask).map((row) => [row.outcome, outcomeLater(row)])),
    actions: Object.fromEntries(actionsOf(at, source, ask).map((row) => [row.action, actionLater(row)])),
  }
}

/** Actions that are not over and have a date, for a calendar. */
export function remindersOf(
  at: Pick<Workspace, 'clock' | 'publicUrl'>,
  source: RegisterSource,
  ask: ActionFilters,
): readonly Reminder[] {
  const languages = new Map(source.records.map(({ meetingId, record }) => [meetingId, record.head.language]))
  return actionsOf(at, source, ask).flatMap(({ action, number, task, due, status, meetingId, meetingTitle, address }) => {
    const isOver = status === 'done' || status === 'dropped'
    if (isOver || due === null || !('date' in due)) return []
    const language = languages.get(meetingId) ?? 'en'
    const url = `${at.publicUrl}${address}`
    return [{ id: action, number, task, due: due.date, meetingTitle, language, url, generatedAt: at.clock.now() }]
  })
}

function outcomeLater({ paragraph, state, later: { superseded, implemented } }: OutcomeRow): OutcomeLater {
  return {
    paragraph: paragraph ?? '',
    state,
    supersededBy: superseded?.by ? citationOf(superseded.by) : '',
    supersededOn: dayIn(superseded?.at),
    implementedOn: dayIn(implemented?.at),
    note: [superseded?.note, implemented?.note].filter((note) => typeof note === 'string').join(' / '),
  }
}

function actionLater({ status, overdue, progress }: ActionRow): ActionLater {
  const last = progress.at(-1)
  return { status, overdue, lastNote: last?.note ?? '', lastBy: nameOf(last?.by ?? null), lastOn: dayIn(last?.at) }
}

function citationOf({ meetingTitle, meetingDate, paragraph, number }: OutcomeName): string {
  return [meetingTitle, meetingDate, paragraph ?? number].filter((word) => word !== null && word !== '').join(', ')
}

function nameOf(by: RowAuthor | null): string {
  return by?.delegation?.name ?? by?.name ?? ''
}

function dayIn(at: string | undefined): string {
  return at?.slice(0, 10) ?? ''
}
