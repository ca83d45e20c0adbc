import { type Place, usePlace } from './PlaceContext.ts'

/** The way to another page of the product. */
export function useGo(): Place['go'] {
  return usePlace().go
}
