import * as Y from 'yjs'
import { createNewId, systemRandom } from '../../../server/base/index.ts'
import { sampleDelegations, sampleGroup } from '../../../server/meetings/sample/sampleGroup.ts'
import { sampleRecord } from '../../../server/meetings/sample/sampleRecord.ts'
import type { MeetingId } from '../../../shared/base/index.ts'
import { createRecordDocument, type MeetingHead, readRecord } from '../../../shared/record/index.ts'
import type { ReportInput } from '../../../shared/report/index.ts'
import { newSession } from '../../../shared/session/index.ts'

const newId = createNewId(systemRandom())

/** The sample's one meeting as whoever composes a report reads it. */
export function sampleReport(given: Partial<ReportInput> = {}): ReportInput {
  const group = sampleGroup({ newId, clock: { now: () => 0 as never } as never })
  const delegations = sampleDelegations({ newId })
  const { edits, ...facts } = sampleRecord(newId, delegations)
  const made = createRecordDocument(edits, 1)
  if (!made.ok) throw new Error(made.refusal.message)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, made.value)
  const meetingId: MeetingId = newId()
  const session = { ...newSession(head), ...facts, phase: 'draft' as const }
  const record = readRecord(doc, meetingId, session)
  const { name, purpose, openTo, meets, convention } = group
  return {
    language: 'en',
    group: { name, purpose, openTo, meets, convention, coordinator: null, secretariat: null },
    meetings: [{ meetingId, record, version: null, fingerprint: null }],
    delegations,
    withClosed: false,
    ...given,
  }
}

const head: MeetingHead = {
  title: 'Meeting of the Universalization Contact Group',
  formalMeeting: null,
  startsAt: null,
  endsAt: null,
  timeZone: null,
  place: null,
  links: [],
  language: 'en',
  attribution: 'named',
  symbol: null,
}
