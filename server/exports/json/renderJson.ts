import type { MeetingRecord, Party } from '../../../shared/record/index.ts'
import { isAddendum, printedPart } from '../document/printedPart.ts'
import type { ExportContext } from '../ExportContext.ts'
import type { DocumentKind } from '../exportNames.ts'

/**
 * The record as data, letter by letter as it stands: nothing is cleaned or shortened, so that it can be brought in again. The
 * agenda and the follow-up note are the same file with the parts they are about.
 */
export function renderJson(kind: DocumentKind, record: MeetingRecord, context: ExportContext): string {
  const { meetingId, head, session, ...lists } = printedPart(record)
  const part = partOf[kind]({ meetingId, head, session, ...lists })
  const file = {
    format: 'rapporteur.record',
    formatVersion: 1,
    generatedAt: new Date(context.generatedAt).toISOString(),
    group: { id: context.groupId, name: context.groupName },
    version: context.version,
    fingerprint: context.fingerprint,
    published: context.published,
    sealed: kind === 'record' ? context.sealed : null,
    delegations: namedIn(part, context),
    record: part,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

const nothingSaid = { standings: {}, fixings: {}, statuses: {}, reviews: [] } as const

const partOf: Readonly<Record<DocumentKind, (record: MeetingRecord) => MeetingRecord>> = {
  record: (record) => record,
  agenda: (record) => ({
    ...record,
    session: { ...record.session, ...nothingSaid, attendance: [], attending: [], interventions: [] },
    items: record.items.filter((item) => !isAddendum(item)).map((item) => ({ ...item, notes: [] })),
    outcomes: [],
    actions: [],
    targets: [],
  }),
  'follow-up': (record) => ({
    ...record,
    session: { ...record.session, attendance: [], attending: [], interventions: [] },
    items: record.items.filter((item) => !isAddendum(item)).map((item) => ({ ...item, notes: [] })),
  }),
}

/** The names of those delegations that the record speaks of, and of no others. */
function namedIn({ items, outcomes, actions, session }: MeetingRecord, { delegations }: ExportContext) {
  const parties: readonly (Party | null)[] = [
    ...items.map((item) => item.lead),
    ...outcomes.map((outcome) => outcome.actor),
    ...actions.flatMap((action) => [action.lead, ...action.partners]),
    ...session.attending.map((entry) => entry.party),
    ...session.attendance.map((line) => line.party),
    ...(session.reviewing?.actions ?? []).map((one) => one.lead),
  ]
  const ids = new Set(parties.flatMap((party) => (party !== null && 'delegation' in party ? [party.delegation] : [])))
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const known = Object.hasOwn(delegations, id) ? delegations[id] : undefined
      return known === undefined ? [] : [[id, { name: known.name, code: known.code }]]
    }),
  )
}
