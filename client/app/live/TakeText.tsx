import { Button } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { OwnText } from './ownText.ts'

export interface TakeTextProps {
  readonly text: OwnText
}

/** The two ways to take one's words along when nothing keeps them. */
export function TakeText({ text }: TakeTextProps) {
  const { t } = useWords('live')
  return (
    <span className="row">
      <Button onPress={text.copy}>{t('copyText')}</Button>
      <Button onPress={text.download}>{t('downloadText')}</Button>
    </span>
  )
}
