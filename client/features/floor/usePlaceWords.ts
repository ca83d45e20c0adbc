import { useCallback } from 'react'
import { useWords } from '../../words/index.ts'

const spelled = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** A place on the list as the language says it: "fourth", "21st". */
export function usePlaceWords(): (place: number) => string {
  const { t, locale } = useWords('floor')
  return useCallback(
    (place) => {
      const known = spelled.find((one) => one === place)
      if (known !== undefined) return t(`place.${known}`)
      return t(`placeFrom.${new Intl.PluralRules(locale, { type: 'ordinal' }).select(place)}`, { number: place })
    },
    [t, locale],
  )
}
