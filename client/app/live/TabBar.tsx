import { Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './TabBar.module.css'

export type LiveTab = 'agenda' | 'item' | 'people'

export interface TabBarProps {
  readonly tab: LiveTab
  readonly onChange: (tab: LiveTab) => void
  readonly itemNumber: string | null
}

const drawing = { agenda: 'list', item: 'document', people: 'people' } as const

/** The parts of the meeting on a phone, at the thumb. */
export function TabBar({ tab, onChange, itemNumber }: TabBarProps) {
  const { t } = useWords('live')
  const name = (one: LiveTab) => {
    if (one === 'item') return itemNumber === null ? t('itemShort') : t('item', { number: itemNumber })
    return one === 'agenda' ? t('agenda') : t('people')
  }
  return (
    <nav className={styles.tabs} aria-label={t('itemShort')}>
      {(['agenda', 'item', 'people'] as const).map((one) => (
        <button key={one} type="button" aria-current={one === tab ? 'page' : undefined} onClick={() => onChange(one)}>
          <Icon name={drawing[one]} className={styles.icon} />
          {name(one)}
        </button>
      ))}
    </nav>
  )
}
