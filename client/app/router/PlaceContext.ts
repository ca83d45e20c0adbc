import { createContext, useContext } from 'react'
import type { Address, GoOptions } from './Addresses.ts'
import type { Found } from './Routes.ts'

/** The page that is shown: what its address says, and the way to another one. */
export interface Place extends Found {
  readonly address: Address
  readonly go: (href: string, options?: GoOptions) => void
}

export const PlaceContext = createContext<Place | null>(null)

/** Where this page is. */
export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (place === null) throw new Error('There is no page above this component')
  return place
}
