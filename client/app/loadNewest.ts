/**
 * Loads the page anew, in the release that the server has now. A plain reload would not: the worker that keeps the page for times
 * without a network gives out its own release until a newer worker takes over, and that one waits to be told.
 */
export async function loadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  // Without a network there is nothing newer; then the page as it is has to do.
  await registration?.update().catch(() => undefined)
  const newer = registration?.installing ?? registration?.waiting ?? null
  if (newer !== null) {
    await settled(newer)
    if (newer.state === 'installed') {
      // A page that watches for a new release reloads by itself at this; it must not be before the worker is in charge.
      const inCharge = new Promise((resolve) => newer.addEventListener('statechange', resolve, { once: true }))
      newer.postMessage({ type: 'SKIP_WAITING' })
      await inCharge
    }
  }
  window.location.reload()
}

/** Until the worker has its files, or has failed to get them. */
function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'installing') return
      worker.removeEventListener('statechange', look)
      resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
}
