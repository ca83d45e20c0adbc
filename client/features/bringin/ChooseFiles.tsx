import { type DragEvent, useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { cx, PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ChooseFiles.module.css'
import { FileField } from './FileField.tsx'
import { ReadingProblem } from './ReadingProblem.tsx'

export interface ChooseFilesProps {
  readonly group: GroupAnswer
  readonly isReading: boolean
  readonly error: Error | null
  readonly onChoose: (file: File) => void
}

/** Where a file is chosen, or dropped. */
export function ChooseFiles({ group, isReading, error, onChoose }: ChooseFilesProps) {
  const { t } = useWords('bringin')
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined && !isReading) onChoose(file)
  }
  return (
    <div className={styles.page}>
      <PageTitle sub={t('intro', { group: group.name })}>{t('title')}</PageTitle>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way to give the file; the button inside is the way for all */}
      <div
        className={cx(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileField label={t('choose')} isReading={isReading} isPrimary onChoose={onChoose} />
        <p className="micro">{isReading ? t('reading') : t('kinds')}</p>
        <div role="status">{isReading ? null : <ReadingProblem error={error} />}</div>
      </div>
      <ul className={styles.rules}>
        <li>{t('rule.finds')}</li>
        <li>{t('rule.guess')}</li>
        <li>{t('rule.whole')}</li>
        <li>{t('rule.kept')}</li>
      </ul>
    </div>
  )
}
