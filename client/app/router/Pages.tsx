import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useState,
  useSyncExternalStore,
} from 'react'
import { useFetchWords } from '../../words/index.ts'
import type { Addresses } from './Addresses.ts'
import { PageBoundary } from './PageBoundary.tsx'
import { type Place, PlaceContext } from './PlaceContext.ts'
import type { Routes } from './Routes.ts'

export interface PagesProps {
  readonly addresses: Addresses
  readonly routes: Routes
  /** What is shown in place of a page that failed, or could not be fetched. */
  readonly failed: (error: unknown) => ReactNode
}

interface Shown {
  readonly Page: ComponentType
  readonly place: Place
}

/** Shows the page that the address names; until it has been fetched, the page before it stays. */
export function Pages({ addresses, routes, failed }: PagesProps) {
  const address = useSyncExternalStore(addresses.subscribe, addresses.get)
  const { has, fetch } = useFetchWords()
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const [failure, setFailure] = useState<{ readonly path: string; readonly error: unknown } | null>(null)
  const found = useMemo(() => routes.find(address.path), [routes, address.path])
  const Page = has(found.route.words) ? routes.page(found.route) : null
  const wanted = useMemo<Shown | null>(
    () => (Page === null ? null : { Page, place: { ...found, address, go: addresses.go } }),
    [Page, found, address, addresses],
  )
  const [before, setBefore] = useState(wanted)
  if (wanted !== null && wanted !== before) setBefore(wanted)
  const shown = wanted ?? before

  useEffect(() => {
    if (Page !== null) return
    let isGone = false
    Promise.all([routes.fetch(found.route), fetch(found.route.words)]).then(
      () => {
        if (!isGone) draw()
      },
      (error: unknown) => {
        if (!isGone) setFailure({ path: address.path, error })
      },
    )
    return () => {
      isGone = true
    }
  }, [Page, routes, found, fetch, address.path])

  useLayoutEffect(() => {
    if (wanted === null) return
    const place = addresses.place()
    if (place === null) return
    const named = document.getElementById(wanted.place.address.hash.slice(1))
    if (named === null) window.scrollTo(0, place)
    else named.scrollIntoView()
  }, [wanted, addresses])

  if (failure !== null && failure.path === address.path && wanted === null) return failed(failure.error)
  if (shown === null) return null
  return (
    <PlaceContext value={shown.place}>
      <PageBoundary key={shown.place.address.path} failed={failed}>
        <shown.Page />
      </PageBoundary>
    </PlaceContext>
  )
}
