import type { Page } from 'playwright'

/** All that the browser keeps of the page's origin, as one text: databases, storages, caches, history state and address. */
export function keptInBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: string[] = [location.href, JSON.stringify(history.state), JSON.stringify({ ...localStorage, ...sessionStorage })]
    const inWords = (_key: string, value: unknown) => {
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value)
      return ArrayBuffer.isView(value) ? new TextDecoder().decode(value.buffer) : value
    }
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const entries: unknown[] = await done(database.transaction(store).objectStore(store).getAll())
        kept.push(`${store}: ${JSON.stringify(entries, inWords)}`)
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        kept.push(request.url)
        // Code and styles are the same for everybody.
        if (/\.(js|css|woff2|svg)$/.test(new URL(request.url).pathname)) continue
        kept.push((await (await cache.match(request))?.text()) ?? '')
      }
    }
    return kept.join('\n')
  })
}
