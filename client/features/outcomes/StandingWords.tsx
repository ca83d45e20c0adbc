import type { Standing } from '../../../shared/record/index.ts'
import { State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface StandingWordsProps {
  readonly standing: Standing | null
  /** The outcome's words, in which open square brackets are counted. */
  readonly text: string
}

/** How firm an outcome is, always in words; null is a statement of its own: the source does not say. */
export function StandingWords({ standing, text }: StandingWordsProps) {
  const { t } = useWords('live')
  const brackets = text.split('[').length - 1
  return (
    <>
      <State tone={standing === 'agreed' ? 'ok' : 'plain'} icon={standing === 'agreed' ? 'check' : undefined}>
        {t(`standing.${standing ?? 'none'}`)}
      </State>
      {brackets > 0 ? <State tone="warn">{t('brackets', { count: brackets })}</State> : null}
    </>
  )
}
