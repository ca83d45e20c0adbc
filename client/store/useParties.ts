import { useMemo } from 'react'
import type { Party } from '../../shared/record/index.ts'
import { useAbout } from './useAbout.ts'

/** A party as it is shown: a plate for a delegation, plain words otherwise. */
export interface ShownParty {
  readonly key: string
  /** Null for plain words. */
  readonly code: string | null
  readonly name: string
}

export interface Parties {
  readonly choices: readonly { readonly id: string; readonly label: string; readonly hint: string }[]
  readonly show: (party: Party) => ShownParty
  /** The party behind a choice and words; words win when both are given, null when neither is. */
  readonly from: (choice: string | null, words: string) => Party | null
}

/** The delegations of the group as parties to choose and to show. */
export function useParties(): Parties {
  const { delegations } = useAbout()
  return useMemo(() => {
    const known = new Map<string, (typeof delegations)[number]>(delegations.map((delegation) => [delegation.id, delegation]))
    return {
      choices: delegations.map(({ id, name, code }) => ({ id, label: name, hint: code })),
      show: (party) => {
        if ('words' in party) return { key: `w ${party.words}`, code: null, name: party.words }
        const delegation = known.get(party.delegation)
        return { key: party.delegation, code: delegation?.code ?? '?', name: delegation?.name ?? '' }
      },
      from: (choice, words) => {
        if (words.trim() !== '') return { words: words.trim() }
        const delegation = choice === null ? undefined : known.get(choice)
        return delegation === undefined ? null : { delegation: delegation.id }
      },
    }
  }, [delegations])
}
