import type { ArchiveLineAnswer } from '../../../shared/protocol/index.ts'

export interface ArchiveYear {
  /** Null: the year is not stated. */
  readonly year: string | null
  readonly meetings: readonly { readonly formalMeeting: string | null; readonly lines: readonly ArchiveLineAnswer[] }[]
}

/** Lines in their order, by year and in a year by formal meeting; each stands where the newest of its records does. */
export function byYear(lines: readonly ArchiveLineAnswer[]): readonly ArchiveYear[] {
  const years = new Map<string | null, Map<string | null, ArchiveLineAnswer[]>>()
  for (const line of lines) {
    const year = /^\d{4}/.exec(line.startsAt ?? '')?.[0] ?? null
    const meetings = years.get(year) ?? new Map<string | null, ArchiveLineAnswer[]>()
    years.set(year, meetings)
    meetings.set(line.formalMeeting, [...(meetings.get(line.formalMeeting) ?? []), line])
  }
  return [...years].map(([year, meetings]) => ({
    year,
    meetings: [...meetings].map(([formalMeeting, records]) => ({ formalMeeting, lines: records })),
  }))
}
