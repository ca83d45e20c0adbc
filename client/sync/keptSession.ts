import type { SessionAnswer } from '../../shared/protocol/index.ts'
import { ApiUnreachable } from './ApiError.ts'
import { api } from './api.ts'

/** Who is calling; `isKept` when the server could not be asked and this is what it said last on this device. */
export type KeptSession = SessionAnswer & { readonly isKept: boolean }

const storageKey = 'rapporteur.session'

/**
 * Asks the server who is calling and remembers it, so that a reload offline still knows whose copy of a record to open.
 * Names and ids only: the session itself is in a cookie that no script can read.
 */
export async function readSession(storage: Storage | null): Promise<KeptSession> {
  try {
    const session = await api.session()
    keep(storage, session)
    return { ...session, isKept: false }
  } catch (error) {
    const kept = error instanceof ApiUnreachable ? recall(storage) : null
    if (kept === null) throw error
    return { ...kept, isKept: true }
  }
}

/** Forgets who was here, at sign-out. */
export function forgetSession(storage: Storage | null): void {
  try {
    storage?.removeItem(storageKey)
  } catch {
    // Nothing was stored then.
  }
}

function keep(storage: Storage | null, session: SessionAnswer): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(session))
  } catch {
    // Without storage a reload offline ends at the sign-in page.
  }
}

function recall(storage: Storage | null): SessionAnswer | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(storageKey) ?? 'null')
    const isSession = typeof kept === 'object' && kept !== null && 'account' in kept && 'guest' in kept
    return isSession ? (kept as SessionAnswer) : null // written by keep() above, and its two parts were just seen
  } catch {
    return null
  }
}
