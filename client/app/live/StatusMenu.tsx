import { useState } from 'react'
import type { Phase } from '../../../shared/record/index.ts'
import { useIsLive, useMay, useMeeting, useRun, useSession } from '../../store/index.ts'
import { ConfirmDialog, MenuButton, type MenuEntry, StatusPill } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useGo } from '../router/useGo.ts'
import styles from './LiveBar.module.css'

type StatusAct = 'open' | 'suspend' | 'resume' | 'close' | 'hide' | 'unhide' | 'record'

const stages: readonly Phase[] = ['planned', 'inSession', 'draft', 'circulated', 'adopted']

/** Where the meeting is in its life; for those who run it also the way on. */
export function StatusMenu() {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const run = useRun()
  const isLive = useIsLive()
  const [asksClose, setAsksClose] = useState(false)
  const phase = useSession((session) => session.phase)
  const mayOpen = useMay('session.open')
  const maySuspend = useMay('session.suspend')
  const mayResume = useMay('session.resume')
  const mayClose = useMay('session.close')
  const mayHide = useMay('observers.close')
  const mayCirculate = useMay('record.circulate')
  const go = useGo()
  const meeting = useMeeting()
  const isHidden = useSession((session) => session.closed) ?? false
  if (phase === null) return null
  const pill = (
    <StatusPill
      label={common(`phase.${phase}`)}
      tone={phase === 'inSession' ? 'live' : phase === 'adopted' ? 'ok' : 'hollow'}
      stages={stages.length}
      stage={stages.indexOf(phase === 'suspended' ? 'inSession' : phase)}
    />
  )
  const entries: MenuEntry<StatusAct>[] = [
    ...(mayOpen ? [{ id: 'open' as const, label: t('command.open'), hint: t('command.openHint'), icon: 'play' as const }] : []),
    ...(maySuspend
      ? [{ id: 'suspend' as const, label: t('command.suspend'), hint: t('command.suspendHint'), icon: 'pause' as const }]
      : []),
    ...(mayResume ? [{ id: 'resume' as const, label: t('command.resume'), icon: 'play' as const }] : []),
    ...(mayClose
      ? [{ id: 'close' as const, label: t('command.close'), hint: t('command.closeHint'), icon: 'check' as const }]
      : []),
    ...(mayHide
      ? [
          isHidden
            ? { id: 'unhide' as const, label: t('command.unhide'), hint: t('command.unhideHint'), icon: 'eye' as const }
            : { id: 'hide' as const, label: t('command.hide'), hint: t('command.hideHint'), icon: 'lock' as const },
        ]
      : []),
  ].map((entry) => ({ ...entry, isDisabled: !isLive }))
  // What comes after the meeting is done beside the record itself.
  const isOut = phase === 'circulated' || phase === 'adopted'
  if (mayCirculate || isOut) {
    const label = mayCirculate ? t('command.circulate') : t('command.toRecord')
    const hint = mayCirculate ? t('command.circulateHint') : t('command.toRecordHint')
    entries.push({ id: 'record', label, hint, icon: 'document', isDisabled: false })
  }
  const toRecord = () => {
    const meetingId = meeting.record.get()?.meetingId
    if (meetingId !== undefined) go(`/m/${meetingId}/record`)
  }
  if (entries.length === 0) return pill
  return (
    <>
      <MenuButton
        isBare
        className={styles.status}
        label={`${t('status')}: ${common(`phase.${phase}`)}`}
        heading={isLive ? t('status') : t('needsConnection')}
        entries={entries}
        onAction={(what) => {
          if (what === 'close') setAsksClose(true)
          else if (what === 'record') toRecord()
          else if (what === 'hide' || what === 'unhide') void run({ kind: 'meeting.closeToObservers', closed: what === 'hide' })
          else void run({ kind: `meeting.${what}` })
        }}
      >
        {pill}
      </MenuButton>
      <ConfirmDialog
        title={t('command.closeAsk')}
        text={t('command.closeText')}
        verb={t('command.close')}
        isOpen={asksClose}
        onConfirm={() => {
          setAsksClose(false)
          void run({ kind: 'meeting.close' })
        }}
        onClose={() => setAsksClose(false)}
      />
    </>
  )
}
