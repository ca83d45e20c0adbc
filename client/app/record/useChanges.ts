import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { comparePapers, settle } from '../../../shared/record/index.ts'
import type { VersionLine } from '../../../shared/session/index.ts'
import { countChanges, type ShownChange, useVersion, useVersionName, versionBefore } from '../../features/review/index.ts'
import { useRecord, useSession } from '../../store/index.ts'
import { queries } from '../../sync/index.ts'
import { useWords } from '../../words/index.ts'
import type { Shown } from './useShownPaper.ts'

/** What changed in the text that is shown since the one before it. */
export interface Changes {
  /** "Changes since circulation 1 (4)". */
  readonly label: string
  readonly from: string
  readonly to: string
  readonly changes: readonly ShownChange[]
}

const none: readonly VersionLine[] = []

/** Compared by the server between versions, with who wrote; a draft is compared here, as it is being written. Null: nothing to compare with. */
export function useChanges({ version, live }: Shown): Changes | null {
  const { t } = useWords('review')
  const nameOf = useVersionName()
  const meetingId = useRecord((record) => record.meetingId) ?? ''
  const versions = useSession((session) => session.versions) ?? none
  const base = version === null ? (versions.at(-1) ?? null) : versionBefore(versions, version.number)
  const isAsked = base !== null && version !== null
  const compared = useQuery({ ...queries.compare(meetingId, base?.number ?? 0, version?.number ?? 0), enabled: isAsked }).data
  const sealed = useVersion(version === null ? (base?.number ?? null) : null).data?.sealed
  const drafted = useMemo(() => {
    // Observers know some parts by their hash only: laid beside the draft those would look removed.
    if (sealed === undefined || live === null || sealed.parts.some((part) => 'hash' in part)) return null
    const parts = sealed.parts.flatMap((one) => ('part' in one ? [one.part] : []))
    const before = { ...sealed.head, parts }
    let made = 0
    // Notes have no id of their own: laid beside the text before, those that say much the same are the same.
    return comparePapers(
      before,
      settle(live, before, (item) => {
        made += 1
        return `note:${item}:new-${made}`
      }),
    )
  }, [sealed, live])
  const changes: readonly ShownChange[] | null = version === null ? drafted : (compared?.changes ?? null)
  if (base === null || changes === null) return null
  const count = countChanges(changes)
  const since =
    base.kind === 'room'
      ? t('since.room', { count })
      : base.kind === 'circulated'
        ? t('since.circulation', { count, revision: base.revision ?? 1 })
        : base.kind === 'adopted'
          ? t('since.adoption', { count })
          : t('since.version', { count, number: base.number })
  return { label: since, from: nameOf(base), to: version === null ? t('versions.draft') : nameOf(version), changes }
}
