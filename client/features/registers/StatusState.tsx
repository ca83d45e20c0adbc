import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface StatusStateProps {
  readonly status: ActionRowAnswer['status']
}

/** How far an action is, in words. */
export function StatusState({ status }: StatusStateProps) {
  const { t } = useWords('register')
  const words = t(`status.${status}`)
  switch (status) {
    case 'done':
      return (
        <State tone="ok" icon="check">
          {words}
        </State>
      )
    case 'dropped':
      return <State icon="close">{words}</State>
    case 'inProgress':
      return <State dot="full">{words}</State>
    case 'open':
      return <State dot="hollow">{words}</State>
  }
}
