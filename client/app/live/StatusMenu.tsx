import { useState } from 'react'
import type { Phase } from '../../../shared/record/index.ts'
import { useConnection, useMay, useMeeting, useStandpoint } from '../../store/index.ts'
import { ConfirmDialog, MenuButton, StatusPill, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './LiveBar.module.css'

const stages: readonly Phase[] = ['planned', 'inSession', 'draft', 'circulated', 'adopted']

/** Where the meeting is in its life; for those who run it also the way on. */
export function StatusMenu() {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const toast = useToast()
  const connection = useConnection()
  const [asksClose, setAsksClose] = useState(false)
  const phase = useStandpoint((standpoint) => standpoint.session.phase)
  const mayOpen = useMay('session.open')
  const maySuspend = useMay('session.suspend')
  const mayResume = useMay('session.resume')
  const mayClose = useMay('session.close')
  if (phase === null) return null
  const run = async (what: 'open' | 'suspend' | 'resume' | 'close') => {
    const done = await meeting.command({ kind: `meeting.${what}` })
    if (!done.ok) toast(common(`refusal.${done.refusal.code}`))
  }
  const pill = (
    <StatusPill
      label={common(`phase.${phase}`)}
      tone={phase === 'inSession' ? 'live' : phase === 'adopted' ? 'ok' : 'hollow'}
      stages={stages.length}
      stage={stages.indexOf(phase === 'suspended' ? 'inSession' : phase)}
    />
  )
  const entries = [
    ...(mayOpen ? [{ id: 'open' as const, label: t('command.open'), hint: t('command.openHint'), icon: 'play' as const }] : []),
    ...(maySuspend
      ? [{ id: 'suspend' as const, label: t('command.suspend'), hint: t('command.suspendHint'), icon: 'pause' as const }]
      : []),
    ...(mayResume ? [{ id: 'resume' as const, label: t('command.resume'), icon: 'play' as const }] : []),
    ...(mayClose
      ? [{ id: 'close' as const, label: t('command.close'), hint: t('command.closeHint'), icon: 'check' as const }]
      : []),
  ].map((entry) => ({ ...entry, isDisabled: connection.kind !== 'live' }))
  if (entries.length === 0) return pill
  return (
    <>
      <MenuButton
        isBare
        className={styles.status}
        label={`${t('status')}: ${common(`phase.${phase}`)}`}
        heading={connection.kind === 'live' ? t('status') : t('needsConnection')}
        entries={entries}
        onAction={(what) => {
          if (what === 'close') setAsksClose(true)
          else void run(what)
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
          void run('close')
        }}
        onClose={() => setAsksClose(false)}
      />
    </>
  )
}
