import { type KeyboardEvent, memo } from 'react'
import type { CommandId } from '../../../shared/base/index.ts'
import type { InterventionKind } from '../../../shared/record/index.ts'
import type { FloorRequest } from '../../../shared/session/index.ts'
import { Button, cx, type Drag, Icon, Plate } from '../../ui/index.ts'
import type { Words } from '../../words/index.ts'
import type { RowLabel } from './rowLabels.ts'
import styles from './SpeakersList.module.css'
import { SpeakerWords } from './SpeakerWords.tsx'
import { speakerCode } from './speakerCode.ts'

export interface WaitingRowProps {
  /** The sentences, looked up once for the whole list. */
  readonly t: Words<'floor'>['t']
  readonly labelOf: RowLabel
  readonly request: FloorRequest
  readonly place: number
  readonly isMine: boolean
  readonly mayWithdraw: boolean
  readonly mayRun: boolean
  /** No line to the server. */
  readonly isOff: boolean
  /** Where Tab stops in the list. */
  readonly isStop: boolean
  readonly isDragged: boolean
  readonly landing: 'before' | 'after' | null
  readonly grip: Drag['grip']
  readonly onKey: (event: KeyboardEvent<HTMLElement>, id: CommandId) => void
  readonly onStop: (id: CommandId) => void
  readonly onMenu: (id: CommandId, button: HTMLElement) => void
  readonly onWithdraw: (id: CommandId) => void
}

// Each call moves up everybody who waits: what does not depend on the place is made once and then left alone.
const gripIcon = <Icon name="grip" />
const moreIcon = <Icon name="more" />
const Kind = memo(KindWords)
const Who = memo(SpeakerWords)
const RowPlate = memo(Plate)

/** One who waits: place, plate, name, kind. Plain elements only, so that two hundred of them are drawn in one go. */
export const WaitingRow = memo(function WaitingRow(props: WaitingRowProps) {
  const { t, labelOf, request, place, isMine, mayWithdraw, mayRun, isOff, isStop, isDragged, landing } = props
  const { speaker, intervention } = request
  return (
    <li
      className={cx(
        styles.row,
        isDragged && styles.dragged,
        landing === 'before' && styles.before,
        landing === 'after' && styles.after,
      )}
      data-row={mayRun ? request.id : undefined}
    >
      {mayRun ? (
        <span className={styles.grip} aria-hidden="true" {...props.grip(request.id)}>
          {gripIcon}
        </span>
      ) : null}
      <span className={cx(styles.place, 'num')}>{place}</span>
      <span aria-hidden="true">
        <RowPlate code={speakerCode(speaker)} />
      </span>
      <Who t={t} request={request} isMine={isMine} />
      {mayWithdraw && intervention === 'statement' ? null : <Kind t={t} kind={intervention} />}
      {mayWithdraw ? (
        <Button
          variant="link"
          className={styles.link}
          aria-label={isMine ? undefined : t('withdrawOf', { name: speaker.name })}
          isDisabled={isOff}
          onPress={() => props.onWithdraw(request.id)}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      {mayRun ? (
        <button
          type="button"
          className={styles.more}
          aria-label={labelOf(place, speaker.name)}
          aria-haspopup="menu"
          data-speaker={request.id}
          tabIndex={isStop ? 0 : -1}
          onFocus={() => props.onStop(request.id)}
          onKeyDown={(event) => props.onKey(event, request.id)}
          onClick={(event) => props.onMenu(request.id, event.currentTarget)}
        >
          {moreIcon}
        </button>
      ) : null}
    </li>
  )
})

interface KindWordsProps {
  readonly t: Words<'floor'>['t']
  readonly kind: InterventionKind
}

function KindWords({ t, kind }: KindWordsProps) {
  return <span className={cx(styles.kind, kind === 'pointOfOrder' && styles.order)}>{t(`kind.${kind}`)}</span>
}
