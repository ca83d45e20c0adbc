import type { Part, PartyName } from '../../../shared/record/index.ts'
import { formatDate, formatList, useWords } from '../../words/index.ts'

const named = [
  'lead',
  'partners',
  'due',
  'standing',
  'status',
  'basis',
  'minutes',
  'figure',
  'event',
  'whose',
  'purpose',
] as const
type Named = (typeof named)[number]

/** What else of a part changed, in words: "Lead: Canada → Thailand"; for what has no short words, that it changed. */
export function useFieldWords(): (field: string, before: Part | null, after: Part | null) => string {
  const { t, locale } = useWords('review')
  const { t: record } = useWords('record')
  return (field, before, after) => {
    const known = named.find((one) => one === field)
    if (known === undefined) return t('field.other')
    return t('field.line', { field: t(`field.${known}`), before: say(known, before), after: say(known, after) })
  }

  function say(field: Named, part: Part | null): string {
    const value: unknown = part === null ? null : Reflect.get(part, field)
    const words = value === null || value === undefined || value === '' ? '' : told(field, value)
    return words === '' ? t('field.nothing') : words
  }

  function told(field: Named, value: unknown): string {
    switch (field) {
      case 'lead':
        return (value as PartyName).name // so `Part` has it
      case 'partners':
        return formatList(
          (value as readonly PartyName[]).map((one) => one.name),
          locale,
        )
      case 'due': {
        const due = value as { readonly date?: string; readonly event?: string } // one of the two, as `Due` has it
        return due.event ?? formatDate(due.date ?? null, locale) ?? ''
      }
      case 'standing':
        return record(`standing.${value as 'agreed'}`) // any of the standings: the catalogue has them all
      case 'status':
        return record(`status.${value as 'open'}`)
      case 'basis':
        return record(`basis.${value as 'agreed'}`)
      default:
        return String(value)
    }
  }
}
