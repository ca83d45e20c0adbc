import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import type { Party } from '../../../shared/record/index.ts'
import { useWords } from '../../words/index.ts'

/** The name of a delegation or the words that stand for somebody. */
export function usePartyName(delegations: readonly DelegationAnswer[]): (party: Party) => string {
  const { t } = useWords('record')
  return (party) => {
    if ('words' in party) return party.words
    return delegations.find((one) => one.delegationId === party.delegation)?.name ?? t('removedParty')
  }
}
