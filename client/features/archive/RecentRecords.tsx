import { useQuery } from '@tanstack/react-query'
import { archiveApi } from '../../sync/index.ts'
import { Loaded, Section, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ArchiveRow } from './ArchiveRow.tsx'
import styles from './Records.module.css'

export interface RecentRecordsProps {
  readonly groupId: string
}

const shownAtHome = 5

/** The latest records of a group, and the way to all of them. */
export function RecentRecords({ groupId }: RecentRecordsProps) {
  const { t } = useWords('archive')
  const asked = useQuery({
    queryKey: ['archive', groupId, 'recent'],
    queryFn: ({ signal }) => archiveApi.archive(groupId, { limit: 20 }, signal),
  })
  return (
    <Section title={t('home.title')} action={<TextLink href={`/g/${groupId}/records`}>{t('home.all')}</TextLink>}>
      <Loaded asked={asked} shape={['long', 'middle', 'gap', 'long', 'middle']}>
        {({ items }) => {
          const records = items.filter((line) => !['planned', 'inSession', 'suspended'].includes(line.phase))
          if (records.length === 0) return <p className="muted small">{t('emptyText')}</p>
          return (
            <ul className={styles.lines}>
              {records.slice(0, shownAtHome).map((line) => (
                <ArchiveRow key={line.meetingId} line={line} showsGroup={false} />
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Section>
  )
}
