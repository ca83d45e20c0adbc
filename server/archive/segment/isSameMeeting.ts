import { buildSegment } from './buildSegment.ts'
import { passagesBack } from './passagesBack.ts'
import type { MeetingPassages, Passage, Segment } from './Segment.ts'

/** Whether a segment holds a meeting word for word as it is given: what is shown, what is filtered by, and what is looked up. */
export function isSameMeeting(segment: Segment, meeting: number, given: MeetingPassages): boolean {
  try {
    return shown(passagesBack(segment, meeting)) === shown(given) && words(segment, meeting) === words(buildSegment([given]), 0)
  } catch {
    // Bytes that can no longer be read are not the same, whatever else they are.
    return false
  }
}

/** In one order of fields, whatever made it. */
function shown({ facts, passages }: MeetingPassages): string {
  const fields = Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([fields, passages.map(inOrder)])
}

function inOrder({ part, id, paragraph, number, standing, kind, status, text, parties, lead }: Passage): readonly unknown[] {
  return [part, id, paragraph, number, standing, kind, status, text, parties, lead]
}

/** The words of each passage in reading order, and what their lists of passages say of the first of each. */
function words({ terms, tables }: Segment, meeting: number): string {
  const { meetingStart, tokenStart, tokens, termStart, postings } = tables
  const lines: string[] = []
  for (let passage = meetingStart[meeting] ?? 0; passage < (meetingStart[meeting + 1] ?? 0); passage += 1) {
    const line = [...tokens.subarray(tokenStart[passage] ?? 0, tokenStart[passage + 1] ?? 0)].map((token) => {
      const listed = postings.subarray(termStart[token] ?? 0, termStart[token + 1] ?? 0)
      return listed.includes(passage) ? terms[token] : null
    })
    lines.push(JSON.stringify(line))
  }
  return lines.join('\n')
}
