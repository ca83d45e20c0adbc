import { useConnection, useDocument, useReadable, useStoring } from '../../store/index.ts'
import { Banner } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

/** The server or this device cannot store: said before words are lost. */
export function StoringBanner() {
  const { t } = useWords('live')
  const open = useDocument()
  const isStoring = useStoring()
  const connection = useConnection()
  const mode = useReadable(open.standpoint)?.mode ?? null
  if (!isStoring && connection.kind !== 'offline') {
    return (
      <Banner tone="warn" icon="warning">
        <b>{t('storing.title')}</b> {t('storing.text')}
      </Banner>
    )
  }
  // Said before the first key, not after the loss (design: device cannot store).
  if (mode === 'pen' && !open.keepsWords) {
    return (
      <Banner tone="live" icon="warning">
        <b>{t('keeps.title')}</b> {t('keeps.text')}
      </Banner>
    )
  }
  return null
}
