import { useMemo } from 'react'
import { type Regions, regionsIn } from './regionsIn.ts'
import { useWords } from './useWords.ts'

/** Regional groups between the language of the page and the record. */
export function useRegions(): Regions {
  const { t } = useWords()
  return useMemo(() => regionsIn((region) => t(`region.${region}`)), [t])
}
