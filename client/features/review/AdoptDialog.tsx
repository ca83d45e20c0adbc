import type { Circulation } from '../../../shared/session/index.ts'
import { useSession } from '../../store/index.ts'
import { Button, Dialog, DialogButtons } from '../../ui/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import { inFours } from './fingerprintCheck.ts'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { useComments } from './useComments.ts'
import { useSend } from './useSend.ts'
import { voicesOf } from './voicesOf.ts'

export interface AdoptDialogProps {
  readonly circulation: Circulation
  readonly onClose: () => void
}

/** Adopts the text on this page, told by its fingerprint; while an objection is open it says so and has no button. */
export function AdoptDialog({ circulation, onClose }: AdoptDialogProps) {
  const { t, locale } = useWords('review')
  const { t: common } = useWords()
  const counts = useSession((session) => session.comments)
  const comments = useComments().filter((comment) => comment.version === circulation.version && comment.withdrawnAt === null)
  const { send, isPending, problem } = useSend()
  const voices = voicesOf(comments)
  const objections = counts?.objections ?? 0
  const adopt = async () => {
    if (await send({ kind: 'record.adopt', seen: circulation.fingerprint })) onClose()
  }
  return (
    <Dialog title={t('adoptTitle')} isOpen onClose={onClose}>
      <div className={styles.form}>
        <p>{t('adoptText')}</p>
        <div className={styles.field}>
          <span>{t('adoptFingerprint', { revision: circulation.revision })}</span>
          <code className={styles.hash}>{inFours(circulation.fingerprint)}</code>
        </div>
        <p>
          {comments.length === 0
            ? t('adoptNoVoices')
            : voices.length === 0
              ? t('adoptComments', { count: comments.length })
              : t('adoptVoices', { count: voices.length, names: formatList(voices, locale) })}
        </p>
        {counts !== null && counts.unanswered > 0 ? <p>{t('adoptUnanswered', { count: counts.unanswered })}</p> : null}
        {objections > 0 ? <p role="alert">{t('adoptObjection', { count: objections })}</p> : null}
        <Problem text={problem} />
        <DialogButtons>
          {objections > 0 ? null : (
            <Button variant="primary" onPress={() => void adopt()} isPending={isPending}>
              {t('adoptSend')}
            </Button>
          )}
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
