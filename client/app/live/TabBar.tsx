import { Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './TabBar.module.css'

export type LiveTab = 'agenda' | 'item' | 'floor' | 'people'

export interface TabBarProps {
  readonly tab: LiveTab
  readonly onChange: (tab: LiveTab) => void
  readonly itemNumber: string | null
}

const tabs = ['agenda', 'item', 'floor', 'people'] as const
const drawing = { agenda: 'list', item: 'document', floor: 'mic', people: 'people' } as const

/** The parts of the meeting on a phone, at the thumb. */
export function TabBar({ tab, onChange, itemNumber }: TabBarProps) {
  const { t } = useWords('live')
  const name = (one: LiveTab) => {
    if (one === 'item') return itemNumber === null ? t('itemShort') : t('item', { number: itemNumber })
    if (one === 'floor') return t('floor')
    return one === 'agenda' ? t('agenda') : t('people')
  }
  return (
    <nav className={styles.tabs} aria-label={t('parts')}>
      {tabs.map((one) => (
        <button key={one} type="button" aria-current={one === tab ? 'page' : undefined} onClick={() => onChange(one)}>
          <Icon name={drawing[one]} className={styles.icon} />
          {name(one)}
        </button>
      ))}
    </nav>
  )
}
