import { useState } from 'react'
import type { CommentAnswer } from '../../../shared/protocol/index.ts'
import type { SessionState, VersionLine } from '../../../shared/session/index.ts'
import { useRecord, useSession } from '../../store/index.ts'
import { Button, cx, TextLink } from '../../ui/index.ts'
import { formatList, formatMoment, useWords } from '../../words/index.ts'
import { CompareDialog } from './CompareDialog.tsx'
import { useActor } from './useActor.ts'
import { idOf } from './useComments.ts'
import { useVersionName } from './useVersionName.ts'
import styles from './VersionList.module.css'
import { voicesOf } from './voicesOf.ts'

export interface VersionListProps {
  /** The one that is read; null for the draft. */
  readonly shown: number | null
  readonly comments: readonly CommentAnswer[]
}

/** All versions, the latest first, each a way to read it; and the way to compare two. */
export function VersionList({ shown, comments }: VersionListProps) {
  const { t } = useWords('review')
  const meetingId = useRecord(idOf) ?? ''
  const versions = useSession(versionsOf) ?? []
  const isDraft = useSession((session) => session.phase !== 'circulated' && session.phase !== 'adopted') ?? true
  const [compares, setCompares] = useState(false)
  const nameOf = useVersionName()
  if (versions.length === 0) return null
  const page = `/m/${meetingId}/record`
  return (
    <section>
      <h2>{t('versions')}</h2>
      <ol className={styles.list}>
        {isDraft ? (
          <li className={cx(shown === null && styles.current)}>
            <span className={styles.point} aria-hidden="true" />
            <span>
              <TextLink href={page} isQuiet isCurrent={shown === null}>
                {t('versions.draft')}
              </TextLink>
            </span>
          </li>
        ) : null}
        {versions.toReversed().map((version) => (
          <li key={version.number} className={cx(shown === version.number && styles.current)}>
            <span className={styles.point} aria-hidden="true" />
            <span>
              <TextLink href={`${page}?version=${version.number}`} isQuiet isCurrent={shown === version.number}>
                {nameOf(version)}
              </TextLink>
              <Facts version={version} comments={comments} />
            </span>
          </li>
        ))}
      </ol>
      {versions.length > 1 ? (
        <Button variant="link" onPress={() => setCompares(true)}>
          {t('compareTwo')}
        </Button>
      ) : null}
      {compares ? <CompareDialog versions={versions} onClose={() => setCompares(false)} /> : null}
    </section>
  )
}

interface FactsProps {
  readonly version: VersionLine
  readonly comments: readonly CommentAnswer[]
}

/** When and by whom; what was said on it. */
function Facts({ version, comments }: FactsProps) {
  const { t, locale } = useWords('review')
  const actorOf = useActor()
  const name = version.actor === null ? null : actorOf(version.actor)
  const said = comments.filter((one) => one.version === version.number && one.what !== 'comment' && one.withdrawnAt === null)
  const voices = voicesOf(said)
  const facts = [
    formatMoment(version.at, locale),
    ...(name === null ? (version.kind === 'adopted' ? [t('versions.silence')] : []) : [name]),
    ...(said.length === 0
      ? []
      : [
          voices.length === 0
            ? t('versions.said', { count: said.length })
            : t('versions.saidBy', { count: said.length, names: formatList(voices, locale) }),
        ]),
    ...(version.reason === null ? [] : [version.reason]),
  ]
  return <span className="micro num">{facts.join(' · ')}</span>
}

function versionsOf(session: SessionState): readonly VersionLine[] {
  return session.versions
}
