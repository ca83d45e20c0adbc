/** As much of the browser's storage as it takes to remember that somebody has left. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = 'rapporteur.left'

/** Somebody has signed out here, and the server may not have heard of it: until it has, nobody is here (W10). */
export function noteLeaving(storage: Kept | null): void {
  try {
    storage?.setItem(key, thisPage())
  } catch {
    // Without storage nothing of them is kept, either.
  }
}

/** Whether somebody left whose leaving is not done with: from this page, which may still write until it is gone, or from one before. */
export function leaving(storage: Kept | null): 'nobody' | 'thisPage' | 'pageBefore' {
  try {
    const page = storage?.getItem(key) ?? null
    if (page === null) return 'nobody'
    return page === thisPage() ? 'thisPage' : 'pageBefore'
  } catch {
    return 'nobody'
  }
}

/** The server knows, or somebody has come in anew, which ends the session before as well. */
export function forgetLeaving(storage: Kept | null): void {
  try {
    storage?.removeItem(key)
  } catch {
    // Nothing was noted then.
  }
}

/** When this page began to load, to a fraction of a millisecond: no two pages of a browser that somebody leaves share it. */
function thisPage(): string {
  return String(performance.timeOrigin)
}
