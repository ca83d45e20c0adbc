/** Seeds under which the product was once wrong, and what was wrong: they always run. */
export const seeds: readonly { readonly seed: number; readonly was: string }[] = [
  {
    seed: 133,
    was: 'a stock client that typed while it came back with words from offline was refused for a gap, and its id ended',
  },
  { seed: 103, was: 'a frame of a stock client was lost, and what it typed next ended its id' },
  { seed: 118, was: 'the last frame of a stock client was lost, and nobody asked for it' },
  { seed: 117, was: 'a batch that had failed stood in the log after all, and the room went on without it' },
  {
    seed: 5032,
    was: 'a stock client that had lost a frame was told of words before its own deletion of their place was heard, and swallowed them',
  },
  {
    seed: 8076,
    was: 'a stock client on a half-open line was told of a deletion before its words from offline were heard, and swallowed them',
  },
]
