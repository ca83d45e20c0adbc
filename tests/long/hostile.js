// Long runs of bad input.
export const runs = [
  {
    name: 'frames that lie',
    cases: ['B1'],
    files: ['tests/server/rooms/fuzz.test.ts'],
    short: { FUZZ_FRAMES: '100000' },
    release: { FUZZ_FRAMES: '1000000' },
  },
  {
    name: 'frames bent at random at the live doors',
    cases: ['B1'],
    files: ['tests/server/hostile/fuzz.test.ts'],
    short: { FUZZ_FRAMES: '100000' },
    release: { FUZZ_FRAMES: '1000000' },
  },
]
