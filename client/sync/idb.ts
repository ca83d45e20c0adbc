/** The answer of one request as a promise. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('The device refused a request', { cause: request.error }))
  })
}

/** Settles when the transaction has completed; with `strict` durability that means on disk, not in a buffer. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new Error('The device did not keep the change', { cause: transaction.error }))
    transaction.onerror = () => reject(new Error('The device did not keep the change', { cause: transaction.error }))
  })
}

/** Opens a database; `upgrade` creates what is missing. Rejects where the browser has no storage to give. */
export function openDatabase(
  factory: IDBFactory,
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version)
    request.onupgradeneeded = () => upgrade(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onblocked = () => reject(new Error('Another tab holds an older copy open'))
    request.onerror = () => reject(new Error('The device has no storage', { cause: request.error }))
  })
}
