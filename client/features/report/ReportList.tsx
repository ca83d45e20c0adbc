import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { reportApi } from '../../sync/index.ts'
import { Button, EmptyState, Icon, LinkButton, Loaded, TextLink } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import styles from './ReportList.module.css'

export interface ReportListProps {
  readonly group: GroupAnswer
}

/** The reports of a group, newest first, each with what it was made of and how long it takes to read out. */
export function ReportList({ group }: ReportListProps) {
  const { t, locale } = useWords('report')
  const mayMake = group.rights.includes('report.make')
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  const asked = useQuery({
    queryKey: ['reports', group.groupId, cursors],
    queryFn: async () => {
      const pages = []
      for (const cursor of cursors) pages.push(await reportApi.list(group.groupId, cursor))
      return { items: pages.flatMap(({ items }) => items), next: pages.at(-1)?.next ?? null }
    },
    placeholderData: (before) => before,
  })
  const make = (
    <LinkButton href={`/g/${group.groupId}/reports?new=1`} variant="primary">
      {t('new')}
    </LinkButton>
  )
  return (
    <Loaded asked={asked}>
      {({ items, next }) =>
        items.length === 0 ? (
          <EmptyState title={t('none')} text={t(mayMake ? 'noneText' : 'noneReader')}>
            {mayMake ? make : null}
          </EmptyState>
        ) : (
          <>
            {mayMake ? <div className={styles.make}>{make}</div> : null}
            <ul className={styles.list}>
              {items.map((line) => (
                <li key={line.reportId}>
                  <TextLink href={`/r/${line.reportId}`}>
                    <Icon name="document" /> <b dir="auto">{line.title}</b>
                  </TextLink>
                  <span className="micro">
                    {[
                      formatShortDate(line.createdAt, locale),
                      t('ofMeetings', { count: line.meetingIds.length }),
                      t('lineMinutes', { count: Math.max(1, Math.round(line.readingSeconds / 60)) }),
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {next === null ? null : <Button onPress={() => setCursors([...cursors, next])}>{t('more')}</Button>}
          </>
        )
      }
    </Loaded>
  )
}
