import type { ActionStatus, ActionView } from '../../../shared/record/index.ts'
import { useIsLive, useMay, useRun } from '../../store/index.ts'
import { Icon, MenuButton, State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Actions.module.css'

export interface StatusWordsProps {
  readonly action: ActionView
}

const statuses: readonly ActionStatus[] = ['open', 'inProgress', 'done', 'dropped']

/** How far an action is, in words; for those who may say so the words are also the control. */
export function StatusWords({ action }: StatusWordsProps) {
  const { t } = useWords('live')
  const run = useRun()
  const isLive = useIsLive()
  const maySet = useMay('action.status')
  const status = t(`actionStatus.${action.status}`)
  const isDone = action.status === 'done'
  const words = (
    <State hasDot={!isDone} icon={isDone ? 'check' : undefined} tone={isDone ? 'ok' : 'plain'}>
      {status}
    </State>
  )
  if (!maySet) return words
  return (
    <MenuButton
      isBare
      className={styles.statusWords}
      label={t('changeStatus', { status, number: action.number ?? '' })}
      heading={isLive ? t('statusMenu', { number: action.number ?? '' }) : t('needsConnection')}
      entries={statuses.map((id) => ({
        id,
        label: t(`actionStatus.${id}`),
        isSelected: id === action.status,
        isDisabled: !isLive,
      }))}
      onAction={(chosen) => {
        if (chosen !== action.status) void run({ kind: 'action.setStatus', action: action.id, status: chosen })
      }}
    >
      {words}
      <Icon name="down" className={styles.opens} />
    </MenuButton>
  )
}
