import { type ReactNode, useContext } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { useWords } from '../words/index.ts'
import { GoContext } from './PlaceLink.tsx'

export interface AriaProps {
  readonly children: ReactNode
}

/**
 * Around everything of the component library: it speaks the language of the page, and its links lead on within the page. Not around the
 * page itself, which can do without the library until something opens over it.
 */
export function Aria({ children }: AriaProps) {
  const { locale } = useWords()
  const go = useContext(GoContext)
  return (
    <I18nProvider locale={locale}>
      {go === null ? children : <RouterProvider navigate={(href) => go(href)}>{children}</RouterProvider>}
    </I18nProvider>
  )
}
