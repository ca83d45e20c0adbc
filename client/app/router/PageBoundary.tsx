import { Component, type ReactNode } from 'react'

export interface PageBoundaryProps {
  readonly children: ReactNode
  /** What is shown in place of a page that failed. */
  readonly failed: (error: unknown) => ReactNode
}

interface State {
  readonly error: { readonly cause: unknown } | null
}

/** Catches what a page throws while it is drawn. A class, because only a class can. */
export class PageBoundary extends Component<PageBoundaryProps, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(cause: unknown): State {
    return { error: { cause } }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.failed(this.state.error.cause)
  }
}
