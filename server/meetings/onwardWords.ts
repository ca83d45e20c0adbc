import type { MeetingHead } from '../../shared/record/index.ts'
import type { OnwardWords, Proposal } from '../../shared/register/index.ts'
import { dateInWords } from '../exports/index.ts'

interface Fixed {
  readonly review: string
  readonly targets: string
  readonly item: (number: string) => string
  readonly proposedBy: (name: string) => string
}

/** What a new agenda says of itself, in the languages of records; any other language has the English words, which the office can change. */
const fixed: Readonly<Record<string, Fixed>> = {
  en: {
    review: 'Review of actions',
    targets: 'Targets',
    item: (number) => `item ${number}`,
    proposedBy: (name) => `Proposed by ${name}`,
  },
  fr: {
    review: 'Suivi des actions',
    targets: 'Objectifs',
    item: (number) => `point ${number}`,
    proposedBy: (name) => `Proposition de ${name}`,
  },
  es: {
    review: 'Seguimiento de las medidas',
    targets: 'Metas',
    item: (number) => `tema ${number}`,
    proposedBy: (name) => `Propuesta de ${name}`,
  },
  ru: {
    review: 'Обзор выполнения мер',
    targets: 'Целевые показатели',
    item: (number) => `пункт ${number}`,
    proposedBy: (name) => `Предложение: ${name}`,
  },
  zh: {
    review: '行动落实情况审查',
    targets: '目标',
    item: (number) => `项目${number}`,
    proposedBy: (name) => `${name}提议`,
  },
  ar: {
    review: 'استعراض الإجراءات',
    targets: 'الأهداف',
    item: (number) => `البند ${number}`,
    proposedBy: (name) => `اقتراح من ${name}`,
  },
}

/** The words of a new agenda in the new record's language. Where the rule keeps no names, nobody is named as having proposed. */
export function onwardWords({ language, attribution }: Pick<MeetingHead, 'language' | 'attribution'>): OnwardWords {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const known = Object.hasOwn(fixed, primary) ? primary : 'en'
  const words = fixed[known]
  if (words === undefined) throw new Error('There are English words')
  // As the documents of a record write dates: figures are Latin throughout.
  const locale = known === 'en' ? 'en-GB' : `${known}-u-nu-latn`
  return {
    review: words.review,
    targets: words.targets,
    origin: ({ title, startsAt, timeZone }, number) => {
      const when = dateInWords(startsAt, locale, timeZone) ?? title
      return number === null ? when : `${when} (${words.item(number)})`
    },
    proposal: ({ why, by }: Proposal) => {
      const name = attribution === 'named' ? (by.delegation?.name ?? by.name) : null
      return name === null ? why : `${words.proposedBy(name)}. ${why}`
    },
  }
}
