import type { ParamsOf } from './ParamsOf.ts'
import { usePlace } from './PlaceContext.ts'

/** The named parts of this page's address; for pages of one pattern, which says so. */
export function useParams<Pattern extends string>(pattern: Pattern): ParamsOf<Pattern> {
  const { route, params } = usePlace()
  if (route.pattern !== pattern) throw new Error(`This part belongs to ${pattern} and stands in ${route.pattern}`)
  // matchPath has filled in every part that the pattern names.
  return params as ParamsOf<Pattern>
}
