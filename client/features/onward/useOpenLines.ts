import type { OpenActionAnswer, OpenItemAnswer, OpenTargetAnswer, ProposalAnswer } from '../../../shared/protocol/index.ts'
import { useWords } from '../../words/index.ts'
import { dayWords } from './dayWords.ts'
import type { OpenLine } from './OpenGroup.tsx'
import { useDueWords } from './useDueWords.ts'

/** The open things of a group as lines. */
export interface OpenLines {
  readonly item: (one: OpenItemAnswer, key: string) => OpenLine
  readonly action: (one: OpenActionAnswer, key: string) => OpenLine
  readonly target: (one: OpenTargetAnswer, key: string) => OpenLine
  readonly proposal: (one: ProposalAnswer) => OpenLine
}

/** Puts open things into words: what, what is to be known of it, and where it is from. */
export function useOpenLines(): OpenLines {
  const { t, locale } = useWords('onward')
  const dueWords = useDueWords()
  // Each fact in isolation: words of one script must not turn those of another round.
  const join = (facts: readonly string[]) =>
    facts
      .filter((fact) => fact !== '')
      .map((fact) => `\u2068${fact}\u2069`)
      .join(' · ')
  const numbered = (number: string | null, words: string) => (number === null ? words : `${number}  ${words}`)
  const shut = (closed: boolean) => (closed ? t('closedToObservers') : '')
  const minutes = (count: number | null) => (count === null ? '' : t('minutes', { count }))
  return {
    item: (one, key) => {
      const { title, purpose, closed, under, why, address, meetingTitle } = one
      const date = dayWords(one.meetingDate, locale)
      const words = {
        putOff: date === null ? t('whyPutOffIn', { title: meetingTitle }) : t('whyPutOff', { date }),
        notReached: date === null ? t('whyNotReachedIn', { title: meetingTitle }) : t('whyNotReached', { date }),
      }[why]
      const facts = join([purpose === null ? '' : t(`purpose.${purpose}`), minutes(one.minutes), shut(closed)])
      return { key, label: title, facts, origin: { words, address }, isPart: under !== null }
    },
    action: (one, key) => {
      const { number, task, lead, due, status, overdue, closed, meetingTitle, address } = one
      const date = dayWords(one.meetingDate, locale)
      const words = date === null ? t('takenOnIn', { title: meetingTitle }) : t('takenOnOn', { date })
      const who = lead === null ? t('noLead') : t('leadOf', { name: lead.name })
      const facts = join([who, dueWords(due), overdue ? t('overdue') : '', t(`status.${status}`), shut(closed)])
      return { key, label: numbered(number, task), facts, origin: { words, address }, isPart: false }
    },
    target: (one, key) => {
      const { atLeast, figure, what, event, closed, meetingTitle, address } = one
      const date = dayWords(one.meetingDate, locale)
      const words = date === null ? t('statedIn', { title: meetingTitle }) : t('statedOn', { date })
      const label = `${atLeast ? t('atLeast', { figure }) : figure} ${what}`
      const facts = join([event === null ? '' : t('dueBy', { event }), one.whose ?? '', shut(closed)])
      return { key, label, facts, origin: { words, address }, isPart: false }
    },
    proposal: (one) => {
      const name = one.by.delegation?.name ?? one.by.name ?? ''
      const facts = join([name, one.why, minutes(one.minutes)])
      return { key: one.proposal, label: one.title, facts, origin: null, isPart: false }
    },
  }
}
