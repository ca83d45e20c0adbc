import { useState } from 'react'
import { useMeeting } from '../../store/index.ts'
import { type LeftCopy, leftText } from '../../sync/index.ts'
import { Banner, Button, ConfirmDialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { saveText } from './saveText.ts'

export interface LeftBannerProps {
  readonly copy: LeftCopy
}

/** The copy that this device held when the server was restored: where it is, and that it can be had as text at any time. */
export function LeftBanner({ copy }: LeftBannerProps) {
  const { t } = useWords('returned')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const [asks, setAsks] = useState(false)
  const { state, key, stranded } = copy
  const isSafe = state.kind === 'received'
  const drop = () => void meeting.dropLeft(key)
  // Another person's words are handed over unseen; only where that cannot be are they shown to whoever sits here.
  const download =
    stranded === null || state.kind === 'refused' ? (
      <Button onPress={() => saveText(t('fileName'), leftText(copy))}>
        {t(stranded === null ? 'download' : 'downloadTheirs')}
      </Button>
    ) : null
  const waits = key < 0 ? t('waitingLoose') : t('waiting')
  const said = isSafe
    ? t('received')
    : state.kind === 'waiting'
      ? waits
      : t('refused', { reason: common(`refusal.${state.code}`) })
  return (
    <Banner
      tone={isSafe ? 'info' : 'warn'}
      icon={isSafe ? 'check' : 'warning'}
      role={isSafe ? 'status' : 'alert'}
      action={
        <span className="row wrap">
          {download}
          {isSafe ? <Button onPress={drop}>{t('close')}</Button> : null}
          {state.kind === 'refused' ? <Button onPress={() => setAsks(true)}>{t('drop')}</Button> : null}
        </span>
      }
    >
      <b>{stranded === null ? t('restored') : t('stranded', { name: stranded })}</b> {said}
      <ConfirmDialog
        title={t('dropAsk')}
        text={t('dropText')}
        verb={t('drop')}
        isOpen={asks}
        onConfirm={drop}
        onClose={() => setAsks(false)}
      />
    </Banner>
  )
}
