import type { BringInFind } from '../../../shared/protocol/index.ts'
import { useWords } from '../../words/index.ts'

/** The sentence for why something was taken for what it is, or why two things cannot both be so. */
export function useReasonWords(): (find: BringInFind) => string {
  const { t } = useWords('bringin')
  return ({ reason, reasonWords }) => {
    const [one = '', two = '', three = ''] =
      reason === 'weekdayDiffers' ? [reasonWords[0] ?? '', dayName(reasonWords[1] ?? '', t)] : reasonWords
    // Without its words such a sentence would end in the air.
    if (one === '' && (reason === 'label' || reason === 'heading' || reason === 'list')) return t('because.bare')
    // Each is isolated: its language may run the other way than the sentence.
    return t(`because.${reason}`, { one: apart(one), two: apart(two), three: apart(three) })
  }
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

function dayName(word: string, t: (key: `day.${(typeof days)[number]}`) => string): string {
  const day = days.find((known) => known === word)
  return day === undefined ? word : t(`day.${day}`)
}

function apart(words: string): string {
  return words === '' ? '' : `\u2068${words}\u2069`
}
