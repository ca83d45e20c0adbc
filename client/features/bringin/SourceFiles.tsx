import { useQuery } from '@tanstack/react-query'
import { bringInApi } from '../../sync/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Review.module.css'

export interface SourceFilesProps {
  readonly meetingId: string
}

/** The files from which a record was brought in, to be fetched; nothing where there are none. */
export function SourceFiles({ meetingId }: SourceFilesProps) {
  const { t } = useWords('bringin')
  const sources = useQuery({ queryKey: ['meeting', meetingId, 'sources'], queryFn: () => bringInApi.sources(meetingId) })
  const items = sources.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={t('sources')}>
      <h2>{t('sources')}</h2>
      <ul className={styles.files}>
        {items.map(({ sourceId, name, part }) => (
          <li key={sourceId}>
            <a href={`/api/meetings/${meetingId}/sources/${sourceId}`} download>
              <bdi dir="auto">{name}</bdi>
            </a>{' '}
            <span className="micro">{t(`part.${part}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
