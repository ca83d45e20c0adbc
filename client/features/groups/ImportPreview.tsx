import type { ImportPreviewAnswer } from '../../../shared/protocol/index.ts'
import { Icon } from '../../ui/index.ts'
import { formatList, formatMoment, useWords } from '../../words/index.ts'
import styles from './ImportPreview.module.css'

export interface ImportPreviewProps {
  readonly preview: ImportPreviewAnswer
}

const counted = ['items', 'outcomes', 'actions', 'targets', 'attending'] as const

/** What will come: which record, how firm, what proves it, how much of what, and what becomes of its delegations. */
export function ImportPreview({ preview }: ImportPreviewProps) {
  const { t, locale } = useWords('copies')
  const { title, phase, version, cannotProve, from, counts, matched, asWords, alreadyHere } = preview
  const date = formatMoment(Date.parse(from.generatedAt), locale)
  const print = (hash: string) => hash.slice(0, 16)
  return (
    <section className={styles.preview} aria-label={title}>
      <h3 dir="auto">{title}</h3>
      <p className="micro">{t('origin', { group: from.groupName, date })}</p>
      <p>{t(`phase.${phase}`)}</p>
      {version === null ? null : <p>{t('proved', { number: version.number, fingerprint: print(version.fingerprint) })}</p>}
      {cannotProve === null ? null : (
        <p className={styles.warning}>
          <Icon name="warning" />
          {t('unproved', { fingerprint: print(cannotProve) })}
        </p>
      )}
      {version === null && cannotProve === null ? <p>{t('noVersion')}</p> : null}
      <dl className={styles.counts}>
        {counted
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd className="num">{counts[name]}</dd>
            </div>
          ))}
      </dl>
      {matched.length === 0 ? null : <p>{t('matched', { names: formatList(matched, locale) })}</p>}
      {asWords.length === 0 ? null : <p>{t('asWords', { names: formatList(asWords, locale) })}</p>}
      {alreadyHere.length === 0 ? null : (
        <p className={styles.warning}>
          <Icon name="warning" />
          {t('alreadyHere', {
            titles: formatList(
              alreadyHere.map((one) => one.title),
              locale,
            ),
          })}
        </p>
      )}
    </section>
  )
}
