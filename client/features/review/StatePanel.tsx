import { useState } from 'react'
import type { Part } from '../../../shared/record/index.ts'
import type { Circulation, SessionState } from '../../../shared/session/index.ts'
import { useIsLive, useMay, useSession } from '../../store/index.ts'
import { Button, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AddendumDialog } from './AddendumDialog.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import { CirculateDialog } from './CirculateDialog.tsx'
import { CorrigendumDialog } from './CorrigendumDialog.tsx'
import { DeadlineDialog } from './DeadlineDialog.tsx'
import { RecallDialog } from './RecallDialog.tsx'
import styles from './StatePanel.module.css'
import { StateWords } from './StateWords.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export interface StatePanelProps {
  /** What can be mended in the text that is shown, when it is the one that holds. */
  readonly parts: readonly Part[]
  /** The fingerprint of the text on this page; null when it is no version. */
  readonly seen: string | null
}

type Asks =
  | { readonly kind: 'circulate' | 'recall' | 'corrigendum' | 'addendum' | 'withdraw' }
  /** As it was when the button was pressed: one adopts what one saw. */
  | { readonly kind: 'adopt' | 'deadline'; readonly circulation: Circulation }

/** How firm the record is, since when and until when, and for the office the way on. */
export function StatePanel({ parts, seen }: StatePanelProps) {
  const { t } = useWords('review')
  const isLive = useIsLive()
  const circulation = useSession((session) => session.circulation)
  const isWithdrawn = useSession(withdrawn) ?? false
  const mayCirculate = useMay('record.circulate')
  const mayAdopt = useMay('record.adopt')
  const mayMove = useMay('record.setDeadline')
  const mayRecall = useMay('record.recall')
  const mayAmend = useMay('record.amend')
  const [asks, setAsks] = useState<Asks | null>(null)
  const close = () => setAsks(null)
  const isDisabled = !isLive
  const moves = [
    ...(mayMove ? [{ id: 'deadline' as const, label: t('deadline.change'), icon: 'clock' as const, isDisabled }] : []),
    ...(mayRecall ? [{ id: 'recall' as const, label: t('recall'), icon: 'undo' as const, isDisabled }] : []),
  ]
  return (
    <section className={styles.panel}>
      <StateWords />
      <div className={styles.buttons}>
        {mayCirculate ? (
          <Button variant="primary" onPress={() => setAsks({ kind: 'circulate' })} isDisabled={isDisabled}>
            {t('circulateButton')}
          </Button>
        ) : null}
        {mayAdopt && circulation !== null && seen === circulation.fingerprint ? (
          <Button variant="primary" onPress={() => setAsks({ kind: 'adopt', circulation })} isDisabled={isDisabled}>
            {t('adoptButton')}
          </Button>
        ) : null}
        {circulation !== null && moves.length > 0 ? (
          <MenuButton
            label={t('circulationMenu')}
            entries={moves}
            onAction={(kind) => setAsks(kind === 'recall' ? { kind } : { kind, circulation })}
          >
            {t('circulationMenu')}
          </MenuButton>
        ) : null}
        {mayAmend && !isWithdrawn ? (
          <MenuButton
            label={t('amend')}
            entries={(['corrigendum', 'addendum', 'withdraw'] as const).map((id) => ({
              id,
              label: t(`amend.${id}`),
              hint: t(`amend.${id}.hint`),
              isDanger: id === 'withdraw',
              isDisabled: isDisabled || (id === 'corrigendum' && parts.length === 0),
            }))}
            onAction={(kind) => setAsks({ kind })}
          >
            {t('amend')}
          </MenuButton>
        ) : null}
      </div>
      {asks === null ? null : <Asked asks={asks} parts={parts} onClose={close} />}
    </section>
  )
}

interface AskedProps {
  readonly asks: Asks
  readonly parts: readonly Part[]
  readonly onClose: () => void
}

function Asked({ asks, parts, onClose }: AskedProps) {
  switch (asks.kind) {
    case 'circulate':
      return <CirculateDialog onClose={onClose} />
    case 'recall':
      return <RecallDialog onClose={onClose} />
    case 'adopt':
      return <AdoptDialog circulation={asks.circulation} onClose={onClose} />
    case 'deadline':
      return <DeadlineDialog circulation={asks.circulation} onClose={onClose} />
    case 'corrigendum':
      return <CorrigendumDialog parts={parts} onClose={onClose} />
    case 'addendum':
      return <AddendumDialog onClose={onClose} />
    case 'withdraw':
      return <WithdrawDialog onClose={onClose} />
  }
}

function withdrawn(session: SessionState): boolean {
  return session.versions.at(-1)?.kind === 'withdrawn'
}
