import type { ThreadStepAnswer } from '../../../shared/protocol/index.ts'
import { useWords } from '../../words/index.ts'

/** Who stated something, in words, as far as it may be told; null where nothing may be. */
export function useAuthorWords(): (by: ThreadStepAnswer['by']) => string | null {
  const common = useWords()
  return (by) => {
    if (by === null) return null
    const whose = by.delegation?.name ?? (by.type === null ? null : common.t(`type.${by.type}`))
    const role = by.role === null || by.role === 'participant' ? null : common.t(`role.${by.role}`)
    return [by.name, whose, by.name === null && whose === null ? role : null].filter(Boolean).join(', ') || null
  }
}
