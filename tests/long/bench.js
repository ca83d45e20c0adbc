// Long runs of the short way through the gate.
export const runs = [
  {
    name: 'keys on the short way and the long one',
    cases: ['B1'],
    files: ['tests/server/rooms/typing.test.ts'],
    short: { TYPING_RUNS: '1000' },
    release: { TYPING_RUNS: '6000' },
  },
]
