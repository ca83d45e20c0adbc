import { searchParts } from '../../../shared/search/index.ts'
import { type MeetingPassages, type Passage, type Segment, standings, statuses } from './Segment.ts'
import { bodyOf } from './searchSegments.ts'

/** The passages of one meeting as they were put in: for an index of that meeting alone. */
export function passagesBack(segment: Segment, meeting: number): MeetingPassages {
  const facts = segment.meetings[meeting]
  if (facts === undefined) throw new Error('There is no such meeting in this segment')
  const { meetingStart } = segment.tables
  const passages: Passage[] = []
  for (let passage = meetingStart[meeting] ?? 0; passage < (meetingStart[meeting + 1] ?? 0); passage += 1) {
    passages.push(passageAt(segment, passage))
  }
  return { facts, passages }
}

function passageAt(segment: Segment, passage: number): Passage {
  const { tables, parties } = segment
  const part = searchParts[tables.part[passage] ?? 0]
  if (part === undefined) throw new Error('A passage of the index is of no known part')
  const named = [...tables.partyList.subarray(tables.partyStart[passage] ?? 0, tables.partyStart[passage + 1] ?? 0)]
  return {
    ...bodyOf(segment, passage),
    part,
    standing: standings[(tables.standing[passage] ?? 0) - 1] ?? null,
    status: statuses[(tables.status[passage] ?? 0) - 1] ?? null,
    parties: named.flatMap((party) => parties[party] ?? []),
    lead: parties[(tables.lead[passage] ?? 0) - 1] ?? null,
  }
}
