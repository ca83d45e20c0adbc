import type { ActedBy } from '../../../shared/record/index.ts'
import { useWords } from '../../words/index.ts'

/** Who did something, as far as it was kept: name and office, one of them, or null for neither. */
export function useActor(): (actor: ActedBy) => string | null {
  const { t } = useWords('record')
  const { t: common } = useWords()
  return ({ role, name }) => {
    if (role === null) return name
    const office = common(`role.${role}`)
    return name === null ? office : t('actorName', { name, role: office })
  }
}
