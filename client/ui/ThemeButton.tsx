import { useWords } from '../words/index.ts'
import { IconButton } from './IconButton.tsx'
import { useTheme } from './useTheme.ts'

/** Changes between light and dark. */
export function ThemeButton() {
  const { t } = useWords()
  const [dark, choose] = useTheme()
  return (
    <IconButton
      icon={dark ? 'sun' : 'moon'}
      label={dark ? t('useLight') : t('useDark')}
      onPress={() => choose(dark ? 'light' : 'dark')}
    />
  )
}
