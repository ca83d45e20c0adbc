import { useMemo, useRef } from 'react'
import type { MeetingRecord, RecordPaper } from '../../../shared/record/index.ts'
import type { SessionState, VersionLine } from '../../../shared/session/index.ts'
import { livePaper, type ShownPaper, sealedPaper } from '../../features/record/index.ts'
import { lastNumbered, useVersion } from '../../features/review/index.ts'
import { useAbout, useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'

/** The text that the page shows. */
export interface Shown {
  /** Null while it is on its way. */
  readonly paper: ShownPaper | null
  /** Null: the record as it is being written. */
  readonly version: VersionLine | null
  /** The one that holds now: neither an earlier version nor one that was asked for by its number. */
  readonly isCurrent: boolean
  /** The record as it is being written, numbered on the last circulated text; null once it is out. */
  readonly live: RecordPaper | null
  /** What came instead of the version. */
  readonly asked: ReturnType<typeof useVersion>
}

const none: readonly VersionLine[] = []

/**
 * Circulated and adopted records are read as their version, which can be proved; a draft as it is being written, with the numbers that an
 * earlier circulation has fixed. An address may ask for any version.
 */
export function useShownPaper(record: MeetingRecord, number: number | null): Shown {
  const { t } = useWords('record')
  const { groupName, delegations } = useAbout()
  const versions = useSession((session) => session.versions) ?? none
  const current = useSession(currentOf)
  const version = number === null ? current : (versions.find((one) => one.number === number) ?? null)
  const asked = useVersion(number ?? version?.number ?? null)
  const isWritten = current === null
  const earlier = useVersion(isWritten ? (lastNumbered(versions)?.number ?? null) : null).data?.sealed ?? null
  const removed = t('removedParty')
  const live = useMemo(() => {
    if (!isWritten) return null
    const known = new Map<string, { readonly name: string; readonly code: string }>(delegations.map((one) => [one.id, one]))
    return livePaper({
      record,
      group: groupName,
      nameOf: (party) => {
        if ('words' in party) return { name: party.words, code: null }
        const found = known.get(party.delegation)
        return { name: found?.name ?? removed, code: found?.code ?? null }
      },
      before: earlier,
    })
  }, [isWritten, record, groupName, delegations, earlier, removed])
  const sealed = asked.data?.sealed
  const shownVersion = useMemo(() => (sealed === undefined ? null : sealedPaper(sealed)), [sealed])
  const isLive = number === null && current === null
  const now: Shown = {
    paper: isLive ? live : shownVersion,
    version: isLive ? null : version,
    isCurrent: isLive || version?.number === current?.number,
    live,
    asked,
  }
  // While the next text is on its way, the one before stays as a whole: words, version and fingerprint belong together.
  const last = useRef<Shown | null>(null)
  if (now.paper !== null) last.current = now
  return now.paper === null && asked.error === null ? (last.current ?? now) : now
}

/** The version that holds; null while the record is being written. */
function currentOf({ phase, versions, circulation }: SessionState): VersionLine | null {
  if (phase === 'circulated') return versions.find((one) => one.number === circulation?.version) ?? null
  return phase === 'adopted' ? (versions.at(-1) ?? null) : null
}
