import { type OutcomeView, parseTextPath, plainText, textPathOf } from '../../../shared/record/index.ts'
import { useEdit, useIsLive, useMay, useMeeting, useRun } from '../../store/index.ts'
import { Button, Kbd, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { withoutBracketed, withoutBrackets } from './brackets.ts'
import styles from './OutcomeParagraph.module.css'

export interface FixingButtonsProps {
  readonly outcome: OutcomeView
  readonly isRead: boolean
  /** How many passages stand in square brackets. */
  readonly brackets: number
  readonly mayWrite: boolean
}

/** Reading out and agreeing; what stands in brackets has to be settled first. */
export function FixingButtons({ outcome, isRead, brackets, mayWrite }: FixingButtonsProps) {
  const { t } = useWords('live')
  const run = useRun()
  const isLive = useIsLive()
  const mayAgree = useMay('outcome.agree')
  const { id, standing } = outcome
  if (isRead) {
    if (!mayAgree) return null
    return (
      <span className={styles.fixing}>
        <Button onPress={() => void run({ kind: 'outcome.stopReading', outcome: id })} isDisabled={!isLive}>
          {t('stopReading')}
        </Button>
        <Button variant="primary" onPress={() => void run({ kind: 'outcome.agree', outcome: id })} isDisabled={!isLive}>
          {t('agreed')} <KeyOfAgreeing />
        </Button>
      </span>
    )
  }
  if (brackets > 0) return mayWrite ? <BracketButtons outcome={outcome} /> : null
  const isOpen = standing === 'proposed' || standing === 'bracketed' || standing === null
  if (!mayAgree || !isOpen || plainText(outcome.text).trim() === '') return null
  return (
    <Button onPress={() => void run({ kind: 'outcome.readOut', outcome: id })} isDisabled={!isLive}>
      {t('readOutAndAgree')} <KeyOfAgreeing />
    </Button>
  )
}

function KeyOfAgreeing() {
  return (
    <span className="hideOnPhone">
      <Kbd>Y</Kbd>
    </span>
  )
}

interface BracketButtonsProps {
  readonly outcome: OutcomeView
}

/** The two ways to settle what stands in brackets, in the sentence and in what qualifies it. */
function BracketButtons({ outcome }: BracketButtonsProps) {
  const { t } = useWords('live')
  const edit = useEdit()
  const meeting = useMeeting()
  const toast = useToast()
  const settle = (settled: (text: string) => string, said: 'brackets.removed' | 'brackets.wordsRemoved') => {
    const texts = [
      { word: textPathOf.outcome(outcome.id), text: outcome.text },
      ...outcome.qualifiers.map(({ id, text }) => ({ word: textPathOf.qualifier(outcome.id, id), text })),
    ]
    let count = 0
    for (const { word, text } of texts) {
      const path = parseTextPath(word)
      const before = plainText(text)
      if (path === null || settled(before) === before) continue
      // Only while it reads like this: somebody may just be writing in it.
      if (edit({ kind: 'text.set', path, text: settled(before), ifStill: before })) count += 1
    }
    const undo = () => {
      for (; count > 0; count -= 1) meeting.undo()
    }
    if (count > 0) toast(t(said, { number: outcome.number ?? '' }), { label: t('undo'), run: undo })
  }
  return (
    <span className={styles.fixing}>
      <Button onPress={() => settle(withoutBrackets, 'brackets.removed')}>{t('brackets.remove')}</Button>
      <Button variant="ghost" onPress={() => settle(withoutBracketed, 'brackets.wordsRemoved')}>
        {t('brackets.removeWords')}
      </Button>
    </span>
  )
}
