/** Stands in where the browser stores nothing: it forgets at once. */
export const noStorage: Pick<Storage, 'getItem' | 'setItem'> = { getItem: () => null, setItem: () => undefined }
