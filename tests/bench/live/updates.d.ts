export declare function letterBehind(
  client: number,
  clock: number,
  origin: { readonly client: number; readonly clock: number },
  letter: number,
): Uint8Array
export declare function readProgress(update: Uint8Array, note: (client: number, end: number) => void): void
