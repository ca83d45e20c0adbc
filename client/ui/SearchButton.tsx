import { useWords } from '../words/index.ts'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Press } from './Press.tsx'
import styles from './SearchButton.module.css'

export interface SearchButtonProps {
  readonly onPress: () => void
  /** "Ctrl K", as it stands on this machine's caps. */
  readonly keys: string
}

/** Opens the palette; looks like the field that it opens. Phones have the page of records for it. */
export function SearchButton({ onPress, keys }: SearchButtonProps) {
  const { t } = useWords()
  return (
    <span className="hideOnPhone">
      <Press className={styles.search} onPress={() => onPress()}>
        <Icon name="search" />
        <span className="hideOnTablet">{t('search')}</span>
        <Kbd>{keys}</Kbd>
      </Press>
    </span>
  )
}
