import { useState } from 'react'
import type { SessionState } from '../../../shared/session/index.ts'
import { useIsLive, useMeeting, useSession } from '../../store/index.ts'
import { Button, ChoiceButtons, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ChecksList } from './ChecksList.tsx'
import { DeadlineFields } from './DeadlineFields.tsx'
import { type DeadlineDraft, deadlineOf, draftIn, problemOf } from './deadlineDraft.ts'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { useSend } from './useSend.ts'

export interface CirculateDialogProps {
  readonly onClose: () => void
}

const modes = ['silence', 'decision'] as const

/** Sends the draft round: what to look at first, until when, and what happens at the deadline. */
export function CirculateDialog({ onClose }: CirculateDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const isLive = useIsLive()
  const zone = useSession(zoneOf) ?? deviceZone()
  const revision = useSession(revisionOf) ?? 1
  const { send, isPending, problem } = useSend()
  const [draft, setDraft] = useState<DeadlineDraft>(() => draftIn(72, meeting.now(), zone))
  const [mode, setMode] = useState<(typeof modes)[number]>('silence')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const wrong = problemOf(draft, meeting.now(), mode)
  const submit = async () => {
    setTried(true)
    const at = deadlineOf(draft)
    if (wrong !== null || at === null) return
    const words = reason.trim()
    const isOut = await send({
      kind: 'record.circulate',
      deadline: new Date(at).toISOString(),
      timeZone: draft.timeZone,
      mode,
      ...(words === '' ? {} : { reason: words }),
    })
    if (isOut) onClose()
  }
  return (
    <Dialog title={revision === 1 ? t('circulate') : t('circulateAgain', { revision })} isOpen onClose={onClose} size="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ChecksList />
        <p className={styles.hint}>{t('circulateText')}</p>
        <DeadlineFields draft={draft} onChange={setDraft} problem={isTried ? wrong : null} />
        <div className={styles.field}>
          <span>{t('mode')}</span>
          <ChoiceButtons
            label={t('mode')}
            choices={modes.map((id) => ({ id, label: t(`mode.${id}`) }))}
            value={mode}
            onChange={setMode}
          />
        </div>
        <p className={styles.hint}>{t(`mode.${mode}.hint`)}</p>
        <TextField label={t('circulateReason')} value={reason} onChange={setReason} maxLength={500} isOptional />
        <Problem text={problem} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending} isDisabled={!isLive}>
            {t('circulateSend')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function zoneOf(session: SessionState): string {
  return session.head.timeZone ?? deviceZone()
}

function revisionOf(session: SessionState): number {
  return session.versions.filter((version) => version.kind === 'circulated').length + 1
}

/** Where the meeting names no zone: that of the device, seen and changeable in the form. */
function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
