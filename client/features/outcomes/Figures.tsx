import { memo, useMemo } from 'react'
import type { ItemView, TargetView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { useMay, useRecord } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { useDesk, WritableText } from '../text/index.ts'
import styles from './Outcomes.module.css'

export interface FiguresProps {
  readonly item: ItemView
}

/** Figures to reach, by which event and in whose view; shown only where there are any. */
export const Figures = memo(function Figures({ item }: FiguresProps) {
  const { t, locale } = useWords('live')
  const mayWrite = useMay('record.editText')
  const desk = useDesk()
  const all = useRecord(pickTargets)
  const targets = useMemo(() => (all ?? []).filter((target) => target.item === item.id && !target.removed), [all, item.id])
  if (targets.length === 0) return null
  return (
    <section className={styles.section} aria-label={t('figures')}>
      <div className={styles.head}>
        <h3>{t('figures')}</h3>
      </div>
      <ul className={styles.figures}>
        {targets.map((target) => {
          const figure = new Intl.NumberFormat(locale).format(target.figure)
          const path = textPathOf.figure(target.id)
          return (
            <li key={target.id}>
              <b className="num">{target.atLeast ? t('atLeast', { figure }) : t('about', { figure })}</b>{' '}
              <WritableText
                path={path}
                kind="line"
                text={target.what}
                itemId={item.id}
                label={t('figureText')}
                canWrite={mayWrite}
                onEnter={() => desk.leave(path)}
              />
              {target.event === null ? null : <span className="micro"> {t('byEvent', { event: target.event })}</span>}
              {target.whose === null ? null : <span className="micro"> · {t('whoseView', { whose: target.whose })}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
})

const pickTargets = (record: { readonly targets: readonly TargetView[] }) => record.targets
