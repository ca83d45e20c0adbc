import type { ActionReview, ActionStatus, CarriedAction } from '../../../shared/record/index.ts'
import { useIsLive, useRun } from '../../store/index.ts'
import { Icon, MenuButton, State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Review.module.css'

export interface ReviewStatusProps {
  readonly carried: CarriedAction
  readonly review: ActionReview | null
  readonly maySay: boolean
}

const statuses: readonly ActionStatus[] = ['open', 'inProgress', 'done', 'dropped']

/** How far the action is by what is said here; for the office the words are also the control. */
export function ReviewStatus({ carried, review, maySay }: ReviewStatusProps) {
  const { t } = useWords('onward')
  const run = useRun()
  const isLive = useIsLive()
  const status = review?.status ?? null
  const said = review === null ? t('notReviewed') : status === null ? t('noteOnly') : t(`status.${status}`)
  const isDone = status === 'done'
  const words = (
    <State
      tone={isDone ? 'ok' : 'plain'}
      icon={isDone ? 'check' : undefined}
      {...(isDone ? {} : { dot: review === null ? ('hollow' as const) : ('full' as const) })}
    >
      {said}
    </State>
  )
  if (!maySay) return <span className={styles.status}>{words}</span>
  const { action, meeting } = carried
  const entries = [
    ...statuses.map((id) => ({ id, label: t(`status.${id}`), isSelected: id === status, isDisabled: !isLive })),
    ...(review === null ? [] : [{ id: 'takeBack' as const, label: t('takeBack'), isSelected: false, isDisabled: !isLive }]),
  ]
  return (
    <span className={styles.status}>
      <MenuButton
        isBare
        className={styles.statusWords}
        label={`${t('reviewStatus', { number: carried.number ?? '' })}: ${said}`}
        entries={entries}
        onAction={(chosen) => {
          if (chosen === status) return
          const isBack = chosen === 'takeBack'
          const now = isBack ? { status: null, note: null } : { status: chosen, note: review?.note ?? null }
          void run({ kind: 'action.review', action, meeting, ...now })
        }}
      >
        {words}
        <Icon name="down" className={styles.opens} />
      </MenuButton>
    </span>
  )
}
