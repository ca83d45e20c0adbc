import { useState } from 'react'
import type { SessionState } from '../../../shared/session/index.ts'
import { isListOpen } from '../../../shared/session/index.ts'
import { useIsLive, useMay, useRun, useSession } from '../../store/index.ts'
import { Icon, later, MenuButton, type MenuEntry } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './SpeakersList.module.css'

const AddDialog = later(async () => (await import('./AddDialog.tsx')).AddDialog, ['floor'])
const LimitDialog = later(async () => (await import('./LimitDialog.tsx')).LimitDialog, ['floor'])
const TimesDialog = later(async () => (await import('./TimesDialog.tsx')).TimesDialog, ['floor'])

export interface ListMenuProps {
  /** In session or suspended: the list can be run. */
  readonly isInRoom: boolean
}

type Choice = 'close' | 'open' | 'add' | 'limit' | 'times'

/** Whether the list is open; behind it what the chair does with the list, and for everybody who has used how much time. */
export function ListMenu({ isInRoom }: ListMenuProps) {
  const { t } = useWords('floor')
  const run = useRun()
  const isLive = useIsLive()
  const mayRun = useMay('floor.run')
  const isOpen = useSession(isListOpen) === true
  const limit = useSession(pickLimit)
  const [shows, setShows] = useState<'add' | 'limit' | 'times' | null>(null)
  const state = !isInRoom || !isOpen ? t('closed') : t('open')
  const entries: MenuEntry<Choice>[] = [
    ...(mayRun && isInRoom
      ? [
          isOpen
            ? { id: 'close' as const, label: t('closeList'), hint: t('closeListHint'), isDisabled: !isLive }
            : { id: 'open' as const, label: t('openList'), isDisabled: !isLive },
          { id: 'add' as const, label: t('addSpeaker'), isDisabled: !isLive },
          {
            id: 'limit' as const,
            label: t('speakingTime'),
            ...(limit === null ? {} : { hint: t('speakingTimeNow', { count: limit }) }),
            isDisabled: !isLive,
          },
        ]
      : []),
    { id: 'times', label: t('timeUsed') },
  ]
  const choose = (choice: Choice) => {
    if (choice === 'close' || choice === 'open') void run({ kind: choice === 'close' ? 'floor.closeList' : 'floor.openList' })
    else setShows(choice)
  }
  const close = () => setShows(null)
  return (
    <>
      <MenuButton isBare className={styles.state} label={t('listMenu', { state })} entries={entries} onAction={choose}>
        {state}
        <Icon name="down" />
      </MenuButton>
      {shows === 'add' ? <AddDialog onClose={close} /> : null}
      {shows === 'limit' ? <LimitDialog minutes={limit} onClose={close} /> : null}
      {shows === 'times' ? <TimesDialog onClose={close} /> : null}
    </>
  )
}

const pickLimit = (session: SessionState) => session.floor.limitMinutes
