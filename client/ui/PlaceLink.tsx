import { type AnchorHTMLAttributes, createContext, type MouseEvent, useContext } from 'react'

/** The way to another page of the product without loading anything twice; null: the browser's own way. */
export const GoContext = createContext<((href: string) => void) | null>(null)

export interface PlaceLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string
}

/** The browser's own link; a plain press on one of our own pages goes there within the page. */
export function PlaceLink({ href, children, ...rest }: PlaceLinkProps) {
  const go = useContext(GoContext)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (go === null || !isPlainPress(event) || !isInside(event.currentTarget)) return
    event.preventDefault()
    go(href)
  }
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  )
}

/** With a key held down, or by another button, somebody asks the browser for a new window. */
function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.defaultPrevented
}

/** A page of ours, in this window: not a file of the server, and not a part of the page that is shown. */
function isInside(link: HTMLAnchorElement): boolean {
  const isHere = (link.target === '' || link.target === '_self') && !link.hasAttribute('download')
  const isPage = !/^\/(api|yjs|socket\.io)(\/|$)/.test(link.pathname) && !(link.getAttribute('href') ?? '').startsWith('#')
  return isHere && isPage && link.origin === window.location.origin
}
