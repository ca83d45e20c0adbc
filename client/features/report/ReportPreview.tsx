import { useQueries, useQuery } from '@tanstack/react-query'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { composeReport } from '../../../shared/report/index.ts'
import { type HttpRecord, queries } from '../../sync/index.ts'
import { CheckField, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './NewReport.module.css'

export interface ReportPreviewProps {
  readonly group: GroupAnswer
  readonly meetingIds: readonly string[]
  readonly withClosed: boolean
  readonly onWithClosed: (withClosed: boolean) => void
}

/** What a report out of these meetings would say of their outcomes, and what it would leave out and why. */
export function ReportPreview({ group, meetingIds, withClosed, onWithClosed }: ReportPreviewProps) {
  const { t } = useWords('report')
  const delegations = useQuery(queries.delegations(group.groupId))
  const records = useQueries({ queries: meetingIds.map((meetingId) => queries.record(meetingId)) })
  const failed = records.find(({ error }) => error !== null)
  const read = records.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const known = delegations.data
  const composed =
    known === undefined || read.length < meetingIds.length ? undefined : compose(group, known, inOrder(read), withClosed)
  const asked = {
    data: composed,
    error: failed?.error ?? delegations.error,
    refetch: () => Promise.all([delegations.refetch(), ...records.map(({ refetch }) => refetch())]),
  }
  return (
    <section aria-label={t('preview')} className={styles.preview}>
      <h2>{t('preview')}</h2>
      <Loaded asked={asked} shape={['long', 'middle', 'long']}>
        {({ sentences, leftOut, hasClosed }) => {
          const outcomes = sentences.filter(({ part }) => part === 'outcomes')
          return (
            <>
              <p>{t('previewCount', { count: outcomes.length })}</p>
              <ol className={styles.outcomes}>
                {outcomes.map(({ text, source }) => (
                  <li key={source?.id ?? text} dir="auto">
                    {text}
                  </li>
                ))}
              </ol>
              <h3>{t('leftOut')}</h3>
              {leftOut.notAgreed === 0 && leftOut.closed === 0 ? <p>{t('leftOutNone')}</p> : null}
              {leftOut.notAgreed === 0 ? null : <p>{t('leftOutNotAgreed', { count: leftOut.notAgreed })}</p>}
              {leftOut.closed === 0 ? null : <p>{t('leftOutClosed', { count: leftOut.closed })}</p>}
              {hasClosed ? (
                <CheckField label={t('withClosed')} help={t('withClosedHelp')} isSelected={withClosed} onChange={onWithClosed} />
              ) : null}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

/** As the server will: by date, so that the numbers are those of the report. */
function inOrder(records: readonly HttpRecord[]): readonly HttpRecord[] {
  return [...records].sort((a, b) => ((a.head.startsAt ?? '9') < (b.head.startsAt ?? '9') ? -1 : 1))
}

function compose(
  group: GroupAnswer,
  delegations: readonly { readonly delegationId: string; readonly name: string }[],
  records: readonly HttpRecord[],
  withClosed: boolean,
) {
  const { name, purpose, openTo, meets, convention } = group
  const input = {
    language: records.at(-1)?.head.language ?? 'en',
    group: { name, purpose, openTo, meets, convention, coordinator: null, secretariat: null },
    meetings: records.map((record) => ({
      meetingId: record.meetingId,
      record,
      version: record.version,
      fingerprint: record.fingerprint,
    })),
    delegations: delegations.map(({ delegationId: id, name }) => ({ id, name })),
  }
  const without = composeReport({ ...input, withClosed: false })
  const composed = withClosed ? composeReport({ ...input, withClosed }) : without
  return { ...composed, hasClosed: without.leftOut.closed > 0 }
}
