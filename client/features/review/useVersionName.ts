import type { VersionLine } from '../../../shared/session/index.ts'
import { useWords } from '../../words/index.ts'

/** A version as it is named: "2, circulated", "4, circulated again (revision 2)", "1, as recorded in the room". */
export function useVersionName(): (version: Pick<VersionLine, 'number' | 'kind' | 'revision'>) => string {
  const { t } = useWords('review')
  return ({ number, kind, revision }) => {
    const isAgain = kind === 'circulated' && revision !== null && revision > 1
    return isAgain ? t('version.revision', { number, revision }) : t(`version.${kind}`, { number })
  }
}
