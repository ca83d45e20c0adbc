import { refusalCodes } from '../../shared/base/index.ts'
import { useWords } from './useWords.ts'

/** What a person reads about a failure: a sentence, and the server's reference when it was a fault of its own. */
export interface ProblemText {
  readonly sentence: string
  readonly reference: string | null
  readonly isUnreachable: boolean
}

/** Turns whatever a question to the server threw into a sentence of the catalogue; never shows the error's own text. */
export function useProblem(): (error: unknown) => ProblemText {
  const { t } = useWords()
  return (error) => {
    const code = refusalCodes.find((known) => known === field(error, 'code'))
    const fault = field(error, 'fault')
    if (!code) return { sentence: t('page.unreachable'), reference: null, isUnreachable: true }
    return {
      sentence: t(`refusal.${code}`),
      reference: typeof fault === 'string' && fault !== '' ? t('reference', { fault }) : null,
      isUnreachable: false,
    }
  }
}

function field(error: unknown, name: 'code' | 'fault'): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined
}
