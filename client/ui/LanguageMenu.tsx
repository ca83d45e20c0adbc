import { type Language, languageNames, languages, useLanguage, useWords } from '../words/index.ts'
import { Icon } from './Icon.tsx'
import styles from './LanguageMenu.module.css'
import { MenuButton } from './MenuButton.tsx'
import { useToast } from './ToastContext.ts'

/** Chooses the language of the interface, in the bar. */
export function LanguageMenu() {
  const { t } = useWords()
  const [language, choose] = useChosenLanguage()
  const entries = languages.map((id) => ({ id, label: languageNames[id], isSelected: id === language }))
  return (
    <MenuButton variant="ghost" label={`${t('language')}: ${languageNames[language]}`} entries={entries} onAction={choose}>
      <Icon name="globe" />
    </MenuButton>
  )
}

/** The same choice in full, as a row of names, for the pages before sign-in. */
export function LanguageRow() {
  const { t } = useWords()
  const [language, choose] = useChosenLanguage()
  return (
    <nav className={styles.row} aria-label={t('language')}>
      {languages.map((id) => (
        <button key={id} type="button" lang={id} aria-current={id === language ? 'true' : undefined} onClick={() => choose(id)}>
          {languageNames[id]}
        </button>
      ))}
    </nav>
  )
}

/** The language, and the way to change it, which says so when the other one cannot be had now. */
function useChosenLanguage() {
  const { t } = useWords()
  const toast = useToast()
  const [language, choose] = useLanguage()
  const change = async (next: Language) => {
    if (!(await choose(next))) toast(t('page.unreachable'))
  }
  return [language, (next: Language) => void change(next)] as const
}
