import type { PartChange } from '../../../shared/record/index.ts'
import { useEdit, useMay, useRecord } from '../../store/index.ts'
import { Button, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ChangesView.module.css'
import { isRestorable, restoringOf } from './restoring.ts'
import { usePartName } from './usePartName.ts'

export interface RestoreButtonProps {
  readonly change: PartChange
}

/** Puts back what was removed between two texts, as long as the record may be edited and it is still removed. */
export function RestoreButton({ change }: RestoreButtonProps) {
  const { t } = useWords('review')
  const nameOf = usePartName()
  const edit = useEdit()
  const toast = useToast()
  const mayItems = useMay('record.editAgenda')
  const mayText = useMay('record.editText')
  const restoring = restoringOf(change)
  const isGone = useRecord((record) => restoring !== null && isRestorable(restoring, record))
  if (restoring === null || isGone !== true) return null
  if (!(restoring.kind === 'item.restore' ? mayItems : mayText)) return null
  const part = nameOf({ key: change.key, number: change.before?.number ?? null })
  const restore = () => {
    if (edit(restoring)) toast(t('restored', { part }))
  }
  return (
    <span className={styles.restore}>
      <Button aria-label={t('restoreIt', { part })} onPress={restore}>
        {t('restore')}
      </Button>
    </span>
  )
}
