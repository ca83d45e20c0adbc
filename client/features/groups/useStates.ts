import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Language } from '../../words/index.ts'

/** A state of the ISO list: its three-letter code is the nameplate, its name stands in the language of the page. */
export interface StateChoice {
  readonly id: string
  readonly label: string
  readonly hint: string
}

/** States and territories of ISO 3166-1 in the order of the language; fetched only where one is to be chosen. */
export function useStates(language: Language): UseQueryResult<readonly StateChoice[]> {
  return useQuery({ queryKey: ['states', language], queryFn: () => readStates(language), staleTime: Number.POSITIVE_INFINITY })
}

async function readStates(language: Language): Promise<readonly StateChoice[]> {
  const [names, codes] = await Promise.all([
    language === 'ar' ? import('i18n-iso-countries/langs/ar.json') : import('i18n-iso-countries/langs/en.json'),
    import('i18n-iso-countries/codes.json'),
  ])
  const countries: Readonly<Record<string, string | readonly string[]>> = names.default.countries
  const order = new Intl.Collator(language)
  return codes.default
    .flatMap(([two, three]) => {
      const name = two === undefined ? undefined : countries[two]
      const label = typeof name === 'string' ? name : name?.[0]
      return label === undefined || three === undefined ? [] : [{ id: three, label, hint: three }]
    })
    .sort((a, b) => order.compare(a.label, b.label))
}
