import type { AsideText } from '../../sync/index.ts'
import { Button } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AsideCard.module.css'
import { type AsideEntry, wordsOf } from './asideEntries.ts'
import { usePlaceName } from './usePlaceName.ts'

export interface AsideCardProps {
  readonly entry: AsideEntry
  /** Null where nothing can be written. */
  readonly onAgain: (() => void) | null
  /** Null where there is no circulated text that they could correct. */
  readonly onCorrect: (() => void) | null
  readonly onDrop: () => void
}

/** One thing kept aside: why, where it was, whose, the words, and what one can do with them. */
export function AsideCard({ entry, onAgain, onCorrect, onDrop }: AsideCardProps) {
  const { t } = useWords('room')
  const { t: common } = useWords()
  const words = wordsOf(entry)
  const copy = () => void navigator.clipboard.writeText(words).catch(() => undefined)
  const { why, author, yours } = entry
  const type = author?.delegationType ?? null
  const name = author?.name ?? (type === null ? null : common(`type.${type}`))
  return (
    <li className={styles.aside}>
      <p className="micro">{why.kind === 'refused' ? common(`refusal.${why.code}`) : t(`aside.why.${why.reason}`)}</p>
      {name === null ? null : (
        <dl className={styles.text}>
          <dt>{t('aside.author')}</dt>
          <dd dir="auto">{name}</dd>
        </dl>
      )}
      {entry.texts.map((text) => (
        <TextOf key={text.path} text={text} yours={yours} />
      ))}
      <div className="row wrap">
        {onCorrect !== null && words !== '' ? (
          <Button variant="primary" onPress={onCorrect}>
            {t('aside.correct')}
          </Button>
        ) : null}
        <Button onPress={copy}>{t(yours ? 'aside.copy' : 'aside.copyWords')}</Button>
        {onAgain !== null && words !== '' ? <Button onPress={onAgain}>{t('aside.again')}</Button> : null}
        <Button variant="ghost" onPress={onDrop}>
          {t('aside.drop')}
        </Button>
      </div>
    </li>
  )
}

interface TextOfProps {
  readonly text: AsideText
  readonly yours: boolean
}

function TextOf({ text, yours }: TextOfProps) {
  const { t } = useWords('room')
  const place = usePlaceName(text.path)
  return (
    <dl className={styles.text}>
      <dt>{t('aside.place')}</dt>
      <dd dir="auto">{place ?? t('aside.gone')}</dd>
      <dt>{t(yours ? 'aside.yours' : 'aside.words')}</dt>
      <dd dir="auto" className={styles.words}>
        {text.added.trim()}
      </dd>
      {text.whole === text.added ? null : (
        <>
          <dt>{t('aside.whole')}</dt>
          <dd dir="auto" className={styles.words}>
            {text.whole}
          </dd>
        </>
      )}
    </dl>
  )
}
