import { Kbd } from '../../ui/index.ts'
import { isMac } from './isMac.ts'
import styles from './KeySheet.module.css'

export interface KeyCapsProps {
  readonly caps: readonly string[]
}

const onMac: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥' }

/** The keys of one line, as they are on this machine's caps. */
export function KeyCaps({ caps }: KeyCapsProps) {
  const isOnMac = isMac()
  return (
    <span className={styles.caps}>
      {caps.map((cap) => (
        <Kbd key={cap}>{isOnMac ? (onMac[cap] ?? cap) : cap}</Kbd>
      ))}
    </span>
  )
}
