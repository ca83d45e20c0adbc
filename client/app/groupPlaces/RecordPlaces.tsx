import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './RecordPlaces.module.css'

export interface RecordPlacesProps {
  readonly groupId: string
  readonly current: 'records' | 'outcomes' | 'participation' | 'reports'
}

const places = ['records', 'outcomes', 'participation'] as const

/** What can be read out of the records of a group: the records themselves, what was decided, who took part. */
export function RecordPlaces({ groupId, current }: RecordPlacesProps) {
  const { t } = useWords('archive')
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
