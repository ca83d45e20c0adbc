import type { ComponentType } from 'react'
import type { Namespace } from '../../words/index.ts'
import { matchPath } from './matchPath.ts'

/** An address of the product: the page behind it, and the sentences that the page shows. */
export interface Route {
  readonly pattern: string
  readonly words: readonly Namespace[]
  readonly load: () => Promise<ComponentType>
}

export interface Found {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** All addresses, and the code of those pages that have been fetched. */
export class Routes {
  readonly #routes: readonly Route[]
  readonly #missing: Route
  readonly #pages = new Map<Route, ComponentType>()

  /** `missing` is the page of every address that is none of the others. */
  constructor(routes: readonly Route[], missing: Route) {
    this.#routes = routes
    this.#missing = missing
  }

  find(path: string): Found {
    for (const route of this.#routes) {
      const params = matchPath(route.pattern, path)
      if (params !== null) return { route, params }
    }
    return { route: this.#missing, params: {} }
  }

  /** The page, once it has been fetched. */
  page(route: Route): ComponentType | null {
    return this.#pages.get(route) ?? null
  }

  /** Fetches a page's code; asking again after a failure is allowed. */
  async fetch(route: Route): Promise<void> {
    if (!this.#pages.has(route)) this.#pages.set(route, await route.load())
  }
}
