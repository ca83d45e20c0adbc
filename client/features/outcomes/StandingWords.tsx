import type { OutcomeView, Standing } from '../../../shared/record/index.ts'
import { useIsLive, useMay, useRecord, useRun, useSession } from '../../store/index.ts'
import { Icon, MenuButton, State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { fixingKeys } from './fixingKeys.ts'
import styles from './StandingWords.module.css'
import { standingSentence } from './standingSentence.ts'

export interface StandingWordsProps {
  readonly outcome: OutcomeView
}

const choices = ['bracketed', 'coordinatorView', 'noAgreement', 'deferred', 'proposed'] as const
type Choice = (typeof choices)[number] | 'show' | 'showNoMore'

/** How firm an outcome is, always in words; for those who settle it the words are also the control. */
export function StandingWords({ outcome }: StandingWordsProps) {
  const { t, locale } = useWords('live')
  const run = useRun()
  const isLive = useIsLive()
  const mayFix = useMay('outcome.fix')
  const mayShow = useMay('outcome.show')
  const isShown = useSession((session) => session.shown === outcome.id) ?? false
  const history = useSession((session) => session.history) ?? []
  const timeZone = useRecord((record) => record.head.timeZone)
  const { standing } = outcome
  const sentence = standingSentence(outcome, { t, locale, timeZone, history })
  const words = (
    <State tone={standing === 'agreed' ? 'ok' : 'plain'} icon={standing === 'agreed' ? 'check' : undefined}>
      {sentence}
    </State>
  )
  const standings = mayFix ? choices.filter((one) => isOpenTo(standing, one)) : []
  const entries = [
    ...standings.map((one) => ({ id: one as Choice, label: t(`fix.${one}`), keys: fixingKeys[one] })),
    ...(mayShow && !isShown ? [{ id: 'show' as const, label: t('fix.show') }] : []),
    ...(mayShow && isShown ? [{ id: 'showNoMore' as const, label: t('fix.showNoMore') }] : []),
  ].map((entry) => ({ ...entry, isDisabled: !isLive }))
  if (entries.length === 0) return words
  const act = (choice: Choice) => {
    if (choice === 'show' || choice === 'showNoMore') {
      void run({ kind: 'outcome.show', outcome: choice === 'show' ? outcome.id : null })
      return
    }
    void run({ kind: 'outcome.setStanding', outcome: outcome.id, standing: choice })
  }
  return (
    <MenuButton
      isBare
      className={styles.standing}
      label={t('standingOf', { standing: sentence, number: outcome.number ?? '' })}
      heading={isLive ? t('standingMenu', { number: outcome.number ?? '' }) : t('needsConnection')}
      entries={entries}
      onAction={act}
    >
      {words}
      <Icon name="down" className={styles.opens} />
    </MenuButton>
  )
}

/** What is agreed can only be put back to proposed; nothing becomes what it is already. */
function isOpenTo(standing: Standing | null, to: (typeof choices)[number]): boolean {
  return standing === 'agreed' ? to === 'proposed' : standing !== to
}
