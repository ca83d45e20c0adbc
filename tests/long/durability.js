// Long runs of what must not be lost.
export const runs = [
  {
    name: 'a server killed while people write and command',
    cases: ['D1'],
    files: ['tests/server/rooms/kill', 'tests/server/storage/kill'],
    short: { KILL_ROUNDS: '100' },
    release: { KILL_ROUNDS: '1000' },
  },
  {
    name: 'power cuts',
    cases: ['D2'],
    files: ['tests/server/storage/powerCut.test.ts'],
    short: { POWER_CUT_ROUNDS: '100' },
    release: { POWER_CUT_ROUNDS: '700' },
  },
  {
    name: 'flipped bits',
    cases: ['D13'],
    files: ['tests/server/storage/rot.test.ts'],
    short: { ROT_ROUNDS: '600' },
    release: { ROT_ROUNDS: '6000' },
  },
]
