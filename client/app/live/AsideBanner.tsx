import { useState } from 'react'
import type { ItemView } from '../../../shared/record/index.ts'
import { Banner, Button, later } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useAsideEntries } from './useAsideEntries.ts'

const AsideDialog = later(async () => (await import('./AsideDialog.tsx')).AsideDialog, ['live', 'review', 'room'])

export interface AsideBannerProps {
  /** Where words can be written again when their own place is not known. */
  readonly item: ItemView | null
}

/** Words are kept aside: how many, and the way to look at them. */
export function AsideBanner({ item }: AsideBannerProps) {
  const { t } = useWords('room')
  const { entries, letGo } = useAsideEntries()
  const [isOpen, setOpen] = useState(false)
  // What has emptied by itself does not open by itself when something comes again.
  if (isOpen && entries.length === 0) setOpen(false)
  if (entries.length === 0) return null
  const mine = entries.filter((entry) => entry.yours).length
  const others = entries.length - mine
  return (
    <>
      <Banner tone="info" icon="document" action={<Button onPress={() => setOpen(true)}>{t('aside.show')}</Button>}>
        {mine > 0 ? <b>{t('aside.title', { count: mine })}</b> : null}{' '}
        {others > 0 ? <b>{t('aside.othersTitle', { count: others })}</b> : null}
      </Banner>
      {isOpen ? <AsideDialog entries={entries} letGo={letGo} item={item} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
