import { useState } from 'react'
import { Banner, Button, later } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { isOpen } from './differences.ts'
import { useCopies } from './useCopies.ts'

const ReturnedDialog = later(async () => (await import('./ReturnedDialog.tsx')).ReturnedDialog, ['returned'])

/** Copies from before a restore are here: how much of them waits for a decision, and the way to it. */
export function ReturnedBanner() {
  const { t } = useWords('returned')
  const held = useCopies()
  const [shows, setShows] = useState(false)
  const { copies, differences } = held
  if (copies.length === 0) return null
  const waiting = differences.filter(isOpen).length
  return (
    <>
      <Banner
        tone={waiting > 0 ? 'warn' : 'plain'}
        icon="document"
        action={<Button onPress={() => setShows(true)}>{t('look')}</Button>}
      >
        <b>{t('brought', { count: copies.length })}</b> {waiting > 0 ? t('differs', { count: waiting }) : t('allDecided')}
      </Banner>
      {shows ? <ReturnedDialog held={held} onClose={() => setShows(false)} /> : null}
    </>
  )
}
