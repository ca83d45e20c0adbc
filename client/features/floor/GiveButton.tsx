import type { FloorRequest } from '../../../shared/session/index.ts'
import { useFloorActions, useIsLive, useMay } from '../../store/index.ts'
import { Button, Kbd } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './SpeakersList.module.css'
import { calledName } from './speakerCode.ts'

export interface GiveButtonProps {
  readonly next: FloorRequest | null
  readonly speaking: FloorRequest | null
}

/** The chair's main button: the floor goes to the next on the list; with nobody waiting, the turn ends. */
export function GiveButton({ next, speaking }: GiveButtonProps) {
  const { t } = useWords('floor')
  const mayGive = useMay('floor.give')
  const isLive = useIsLive()
  const actions = useFloorActions()
  const toCall = next ?? speaking
  if (!mayGive || toCall === null) return null
  const name = calledName(toCall.speaker)
  return (
    <div className={styles.give}>
      <Button
        variant="primary"
        isWide
        className={styles.giveButton}
        isDisabled={!isLive || actions.next === null}
        onPress={() => actions.next?.()}
      >
        {next === null ? t('endOf', { name }) : t('give', { name })}{' '}
        <span className={`${styles.cap} hideOnPhone`}>
          <Kbd>⇧F</Kbd>
        </span>
      </Button>
    </div>
  )
}
