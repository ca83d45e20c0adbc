import { useGroup } from '../../features/groups/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './RecordPlaces.module.css'

export interface RecordPlacesProps {
  readonly groupId: string
  readonly current: 'records' | 'outcomes' | 'participation' | 'reports'
}

const open = ['records', 'outcomes', 'participation'] as const
const all = [...open, 'reports'] as const

/** What can be read out of the records of a group: the records themselves, what was decided, who took part. */
export function RecordPlaces({ groupId, current }: RecordPlacesProps) {
  const { t } = useWords('archive')
  // Observers are not told that there are reports.
  const places = useGroup(groupId).data?.rights.includes('report.read') === true ? all : open
  return (
    <nav className={styles.places} aria-label={t('nav.label')}>
      {places.map((place) => (
        <TextLink key={place} href={`/g/${groupId}/${place}`} isQuiet isCurrent={place === current}>
          {t(`nav.${place}`)}
        </TextLink>
      ))}
    </nav>
  )
}
