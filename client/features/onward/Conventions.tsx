import type { HandoverAnswer } from '../../../shared/protocol/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Handover.module.css'

export interface ConventionsProps {
  readonly about: HandoverAnswer['group']
}

/** How the group works: what it says of itself, who writes, who is named, and its operative words in their order. */
export function Conventions({ about }: ConventionsProps) {
  const { t, locale } = useWords('onward')
  const { participantsEdit, participantsEditDraft, attribution, language, outcomeKinds } = about
  const writing = [t(`writing.${participantsEdit}`), participantsEditDraft ? t('writingDraft') : ''].filter((one) => one !== '')
  const tongue = language === null ? '' : (new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language)
  const facts = [
    [t('purposeOf'), about.purpose],
    [t('openTo'), about.openTo],
    [t('meets'), about.meets],
    [t('convention'), about.convention],
    [t('writing'), writing.join(t('comma'))],
    [t('attributionOf'), attribution === null ? '' : t(`attribution.${attribution}`)],
    [t('language'), tongue],
    [t('verbs'), outcomeKinds.join(' · ')],
  ].filter(([, text]) => text !== '')
  return (
    <dl className={styles.facts}>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
