import { useState } from 'react'
import { type ItemView, type MeetingRecord, textPathOf } from '../../../shared/record/index.ts'
import { useMay, useMeeting } from '../../store/index.ts'
import { ConfirmDialog, Dialog, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AsideCard } from './AsideCard.tsx'
import { AsideCorrection } from './AsideCorrection.tsx'
import styles from './AsideDialog.module.css'
import { type AsideEntry, wordsOf } from './asideEntries.ts'
import { readPlace } from './readPlace.ts'
import type { AsideEntries } from './useAsideEntries.ts'

export interface AsideDialogProps extends AsideEntries {
  readonly item: ItemView | null
  readonly onClose: () => void
}

/** Words the record did not take, with what one can do about them: copy, write again, let go. */
export function AsideDialog({ entries, letGo, item, onClose }: AsideDialogProps) {
  const { t } = useWords('room')
  const [dropping, setDropping] = useState<AsideEntry | null>(null)
  const mine = entries.filter((entry) => entry.yours)
  const others = entries.filter((entry) => !entry.yours)
  const shared = { letGo, item, onDrop: setDropping }
  return (
    <Dialog title={t('aside.heading')} isOpen onClose={onClose}>
      {mine.length === 0 ? null : (
        <>
          <p className="small">{t('aside.text')}</p>
          <Entries entries={mine} {...shared} />
        </>
      )}
      {others.length === 0 ? null : (
        <>
          <h3 className={styles.others}>{t('aside.others')}</h3>
          <p className="small">{t('aside.othersText')}</p>
          <Entries entries={others} {...shared} />
        </>
      )}
      <ConfirmDialog
        title={t('aside.dropAsk')}
        text={t('aside.dropText')}
        verb={t('aside.drop')}
        isOpen={dropping !== null}
        onConfirm={() => {
          if (dropping !== null) letGo(dropping)
          setDropping(null)
        }}
        onClose={() => setDropping(null)}
      />
    </Dialog>
  )
}

interface EntriesProps extends AsideEntries {
  readonly item: ItemView | null
  readonly onDrop: (entry: AsideEntry) => void
}

function Entries({ entries, letGo, item, onDrop }: EntriesProps) {
  const { t } = useWords('room')
  const meeting = useMeeting()
  const mayWrite = useMay('record.editText')
  const mayCorrect = useMay('comment.make')
  const [correcting, setCorrecting] = useState<AsideEntry | null>(null)
  const toast = useToast()
  const again = (entry: AsideEntry) => {
    const target = itemOf(entry, meeting.record.get()) ?? item
    if (target === null || !meeting.writeAgain(textPathOf.notes(target.id), wordsOf(entry))) return
    toast(t(entry.yours ? 'aside.again.done' : 'aside.again.others'))
    // On a device that keeps nothing the words could still be lost on their way: then they stay here, too.
    if (meeting.keepsWords || entry.asideIds.length === 0) letGo(entry)
  }
  return (
    <>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <AsideCard
            key={entry.key}
            entry={entry}
            onAgain={mayWrite ? () => again(entry) : null}
            onCorrect={mayCorrect && entry.yours ? () => setCorrecting(entry) : null}
            onDrop={() => onDrop(entry)}
          />
        ))}
      </ul>
      {correcting === null ? null : (
        <AsideCorrection entry={correcting} onClose={() => setCorrecting(null)} onSent={() => letGo(correcting)} />
      )}
    </>
  )
}

/** The item in whose notes the words can be written again: the one they belonged to. */
function itemOf(entry: AsideEntry, record: MeetingRecord | null): ItemView | null {
  const path = readPlace(entry.texts[0]?.path ?? '')
  if (path === null || record === null) return null
  const found = path.root === 'items' ? null : record[path.root].find((one) => one.id === path.id)
  const id = path.root === 'items' ? path.id : found?.item
  return record.items.find((item) => item.id === id && !item.removed) ?? null
}
