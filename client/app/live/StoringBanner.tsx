import { useConnection, useDocument, useReadable, useStoring } from '../../store/index.ts'
import { Banner } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { OwnText } from './ownText.ts'
import { TakeText } from './TakeText.tsx'

export interface StoringBannerProps {
  /** Takes all words of the page along. */
  readonly text: OwnText
}

/** The server or this device cannot store: said before words are lost, and never that something is kept which is not. */
export function StoringBanner({ text }: StoringBannerProps) {
  const { t } = useWords('live')
  const open = useDocument()
  const isStoring = useStoring()
  const connection = useConnection()
  const keeps = useReadable(open.keeps)
  const mode = useReadable(open.standpoint)?.mode ?? null
  if (!isStoring && connection.kind !== 'offline') {
    const kept = keeps ? 'storing.text' : 'storing.noDevice'
    return (
      <Banner tone="warn" icon="warning" action={keeps || mode !== 'pen' ? undefined : <TakeText text={text} />}>
        <b>{t('storing.title')}</b> {mode === 'pen' ? t(kept) : null}
      </Banner>
    )
  }
  // Said before the first key, not after the loss (design: device cannot store).
  if (mode === 'pen' && !keeps) {
    return (
      <Banner tone="live" icon="warning" action={<TakeText text={text} />}>
        <b>{t('keeps.title')}</b> {t('keeps.text')}
      </Banner>
    )
  }
  return null
}
