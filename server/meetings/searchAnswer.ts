import type { SearchAnswer } from '../../shared/protocol/index.ts'
import { type FoundPassage, type FoundRecord, partyKey, type Searching } from '../archive/index.ts'
import type { GroupFile } from '../storage/index.ts'

/** What was found, with names, addresses and the cursor of the next page. */
export function searchAnswerOf(found: Searching, files: readonly GroupFile[]): SearchAnswer {
  const groupNames = new Map(files.map(({ group }) => [group.id as string, group.name]))
  const { total, records, pending, facets, next } = found
  const plain = (facet: (typeof facets)['part']) => facet.map(({ value, count }) => ({ value, label: value, count }))
  return {
    total,
    records,
    pending,
    facets: {
      part: plain(facets.part),
      kind: plain(facets.kind),
      standing: plain(facets.standing),
      status: plain(facets.status),
      phase: plain(facets.phase),
      year: plain(facets.year),
      delegation: delegationFacet(facets.delegation, files),
    },
    hits: found.hits.map((hit) => hitOf(hit, groupNames.get(hit.groupId) ?? '')),
    next: next === null ? null : Buffer.from(`${next.score} ${next.date} ${next.meetingId}`).toString('base64url'),
  }
}

/** Delegations by code, over all groups; words that stand in place of one are no choice. */
function delegationFacet(facet: Searching['facets']['delegation'], files: readonly GroupFile[]) {
  const known = new Map(files.flatMap(({ delegations }) => delegations.map((one) => [partyKey({ delegation: one.id }), one])))
  const byCode = new Map<string, { value: string; label: string; count: number }>()
  for (const { value, count } of facet) {
    const delegation = known.get(value)
    if (delegation === undefined) continue
    const entry = byCode.get(delegation.code) ?? { value: delegation.code, label: delegation.name, count: 0 }
    byCode.set(delegation.code, { ...entry, count: entry.count + count })
  }
  return [...byCode.values()].sort((one, other) => other.count - one.count)
}

function hitOf({ groupId, meeting, passages, more }: FoundRecord, groupName: string): SearchAnswer['hits'][number] {
  const { meetingId, title, date, place, symbol, phase } = meeting
  return {
    groupId,
    groupName,
    meetingId,
    meetingTitle: title,
    meetingDate: date,
    place,
    symbol,
    phase,
    passages: passages.map((passage) => ({
      ...passage,
      snippet: passage.snippet.map((run) => ({ ...run })),
      address: `/m/${meetingId}/record${fragmentOf(passage, meetingId)}`,
    })),
    more,
  }
}

/** A number where a version gave one, because that is what people cite; else the id, which never changes. */
function fragmentOf({ part, id, paragraph }: FoundPassage, meetingId: string): string {
  if (part === 'note' && paragraph !== null) return `#p${paragraph.replaceAll(' ', '')}`
  return id === meetingId ? '' : `#${id}`
}
