import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { ToastContext } from './ToastContext.ts'
import styles from './ToastRegion.module.css'
import { Toasts } from './toasts.ts'

export interface ToastProviderProps {
  readonly children: ReactNode
}

/** Gives the page its messages and the place where they show. */
export function ToastProvider({ children }: ToastProviderProps) {
  const [toasts] = useState(() => new Toasts())
  useEffect(() => () => toasts.close(), [toasts])
  return (
    <ToastContext value={toasts}>
      {children}
      <ToastRegion toasts={toasts} />
    </ToastContext>
  )
}

interface ToastRegionProps {
  readonly toasts: Toasts
}

function ToastRegion({ toasts }: ToastRegionProps) {
  const { t } = useWords()
  const shown = useSyncExternalStore(toasts.subscribe, toasts.snapshot)
  return (
    <div className={styles.region} role="status" aria-live="polite" aria-label={t('notifications')}>
      {shown.map((toast) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: holding the clock while the pointer rests is no control; every control inside is a button
        <div
          key={toast.id}
          className={styles.toast}
          onPointerEnter={() => toasts.hold(toast.id, true)}
          onPointerLeave={() => toasts.hold(toast.id, false)}
          onFocus={() => toasts.hold(toast.id, true)}
          onBlur={() => toasts.hold(toast.id, false)}
        >
          <span className="grow">{toast.text}</span>
          {toast.action ? (
            <Button
              className={styles.action}
              onPress={() => {
                toast.action?.run()
                toasts.dismiss(toast.id)
              }}
            >
              {toast.action.label}
            </Button>
          ) : null}
          <IconButton className={styles.close} icon="close" label={t('dismiss')} onPress={() => toasts.dismiss(toast.id)} />
        </div>
      ))}
    </div>
  )
}
