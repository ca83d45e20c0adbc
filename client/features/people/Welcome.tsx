import { useWords } from '../../words/index.ts'
import styles from './Welcome.module.css'

/** The product's name, where no invitation says where one is. */
export function Welcome() {
  const { t } = useWords()
  return <p className={styles.name}>{t('appName')}</p>
}
