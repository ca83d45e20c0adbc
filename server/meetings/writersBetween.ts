import type { CompareAnswer } from '../../shared/protocol/index.ts'
import type { Attribution } from '../../shared/record/index.ts'
import type { Authorship, GroupFile, Span, StoredVersion } from '../storage/index.ts'

type Writer = CompareAnswer['changes'][number]['writers'][number]

/** Says of each part whose words came into it between two versions, each delegation or type once, as far as it may be told. */
export function writersBetween(
  one: StoredVersion,
  other: StoredVersion,
  authors: readonly Authorship[],
  { delegations }: Pick<GroupFile, 'delegations'>,
  attribution: Attribution,
): (key: string) => Writer[] {
  if (attribution === 'none') return () => []
  // Whichever way they are read, the later one has the words that came.
  const [earlier, later] = one.number <= other.number ? [one, other] : [other, one]
  const byClient = groupByClient(authors)
  const named = (author: Authorship): Writer => {
    const delegation = attribution === 'named' ? delegations.find((known) => known.id === author.delegationId) : undefined
    return {
      delegation: delegation?.id ?? null,
      name: delegation?.name ?? null,
      code: delegation?.code ?? null,
      type: author.delegationType,
    }
  }
  return (key) => {
    const before = earlier.spans[key] ?? []
    const writers = new Map<string, Writer>()
    for (const [clientId, clock, length] of later.spans[key] ?? []) {
      for (const author of byClient.get(clientId) ?? []) {
        const from = Math.max(clock, author.clock)
        const to = Math.min(clock + length, author.clock + author.length)
        if (from >= to || isCovered(before, clientId, from, to)) continue
        const writer = named(author)
        if (writer.delegation !== null || writer.type !== null) writers.set(JSON.stringify(writer), writer)
      }
    }
    return [...writers.values()]
  }
}

/** Whether all of a stretch lies within these. */
function isCovered(spans: readonly Span[], clientId: number, from: number, to: number): boolean {
  let at = from
  const mine = spans.filter((span) => span[0] === clientId).sort((one, other) => one[1] - other[1])
  for (const [, clock, length] of mine) if (clock <= at && clock + length > at) at = clock + length
  return at >= to
}

function groupByClient(authors: readonly Authorship[]): Map<number, Authorship[]> {
  const groups = new Map<number, Authorship[]>()
  for (const author of authors) {
    const group = groups.get(author.clientId)
    if (group === undefined) groups.set(author.clientId, [author])
    else group.push(author)
  }
  return groups
}
