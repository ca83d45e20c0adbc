import { useEffect } from 'react'
import { useGo } from './useGo.ts'

export interface GoToProps {
  readonly href: string
}

/** Leads on to another page, in place of this one. */
export function GoTo({ href }: GoToProps) {
  const go = useGo()
  useEffect(() => go(href, { replace: true }), [go, href])
  return null
}
