import type { SessionAnswer } from '../../shared/protocol/index.ts'
import { ApiUnreachable } from './ApiError.ts'
import { api } from './api.ts'
import { forgetDevice } from './forgetDevice.ts'
import { forgetLeaving, leaving, noteLeaving } from './leaving.ts'

/** Who is calling; `isKept` when the server could not be asked and this is what it said last on this device. */
export type KeptSession = SessionAnswer & { readonly isKept: boolean }

const storageKey = 'rapporteur.session'
/** Who signs out is not kept waiting by a network that swallows what is sent. */
const patienceMs = 5_000
const nobody: SessionAnswer = { account: null, guest: null, firstStart: false, sampleLoaded: null }

/**
 * Asks the server who is calling and remembers it, so that a reload offline still knows whose copy of a record to open.
 * Names and ids only: the session itself is in a cookie that no script can read.
 */
export async function readSession(storage: Storage | null): Promise<KeptSession> {
  if (!(await hasLeft(storage))) return { ...nobody, isKept: true }
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

/**
 * Ends the session, or notes that it has to be ended where the server cannot be reached: a script cannot delete its cookie, so the
 * server is told by whichever page is the first to reach it, and until then nobody is here.
 */
export async function endSession(storage: Storage | null): Promise<void> {
  forgetSession(storage)
  noteLeaving(storage)
  await isTold()
}

/** After somebody left: forgets what the page that they left has still written, and tells the server; false as long as it cannot be told. */
async function hasLeft(storage: Storage | null): Promise<boolean> {
  const from = leaving(storage)
  if (from !== 'pageBefore') return from === 'nobody'
  const isForgotten = await forgetDevice().then(
    () => true,
    // A device that cannot even be emptied is tried again by the next page.
    () => false,
  )
  if (!(await isTold())) return false
  if (isForgotten) forgetLeaving(storage)
  return true
}

async function isTold(): Promise<boolean> {
  try {
    await api.signOut(AbortSignal.timeout(patienceMs))
    return true
  } catch (error) {
    // A no means that there is no such session any more, which is what was wanted; or the server is broken, which the next question tells.
    return !(error instanceof ApiUnreachable)
  }
}

/** Something that changes whenever somebody else is here, or nobody any more. */
export function sessionMark(storage: Storage | null): string | null {
  try {
    return storage?.getItem(storageKey) ?? null
  } catch {
    return null
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
