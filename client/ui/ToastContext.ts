import { createContext, useContext } from 'react'
import type { Toasts } from './toasts.ts'

/** The messages of this page; ToastProvider gives them. */
export const ToastContext = createContext<Toasts | null>(null)

/** The way to say something in passing. */
export function useToast(): Toasts['show'] {
  const toasts = useContext(ToastContext)
  if (!toasts) throw new Error('useToast needs a ToastProvider above it')
  return toasts.show
}
