import { useEffect, useRef } from 'react'
import { useDocument, useReadable, useSaved } from '../../store/index.ts'
import { SaveSign } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

/** The saved sign in its four words, from the outbox and never from the line (DECIDED 19): a mark until the answer. Readers have nothing to save. */
export function SavedState() {
  const { t } = useWords()
  const sign = useSaved()
  const mode = useReadable(useDocument().standpoint)?.mode ?? null
  const before = useRef(sign.kind)
  const wasSending = before.current === 'sending'
  useEffect(() => {
    before.current = sign.kind
  }, [sign.kind])
  if (mode === 'reader' && sign.kind === 'saved') return null
  switch (sign.kind) {
    case 'saved':
      return <SaveSign kind="saved" text={t('saved.saved')} sentence={t('saved.savedLong')} quiet={wasSending} />
    case 'sending':
      return <SaveSign kind="sending" sentence={t('saved.sending')} quiet />
    case 'saving':
      return <SaveSign kind="saving" text={t('saved.saving')} />
    case 'onDevice':
      return <SaveSign kind="onDevice" text={t('saved.onDevice', { count: sign.changes })} />
    case 'notKept':
      return <SaveSign kind="notKept" text={t('saved.notKept')} />
  }
}
