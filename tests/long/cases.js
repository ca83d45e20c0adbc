// Long runs of what is tried at the door: bare lines, long polling, readers that stall.
export const runs = [
  {
    name: 'lines that say nothing',
    cases: ['A2'],
    files: ['tests/server/hostile/bareLines.test.ts'],
    short: { BARE_LINES: '2000' },
    release: { BARE_LINES: '2000' },
  },
  {
    name: 'requests of long polling bent at random',
    cases: ['B1', 'B8'],
    files: ['tests/server/hostile/polling.test.ts'],
    short: { FUZZ_FRAMES: '20000' },
    release: { FUZZ_FRAMES: '200000' },
  },
  {
    name: 'readers that stop reading',
    cases: ['A1'],
    files: ['tests/server/hostile/slowReaders.test.ts'],
    short: { SLOW_SECONDS: '60' },
    release: { SLOW_SECONDS: '600' },
  },
  {
    name: 'networks with bad habits',
    cases: ['C6'],
    files: ['tests/server/web/blockedNetworks.test.ts'],
    short: { OFFICE_ROUNDS: '60' },
    release: { OFFICE_ROUNDS: '600' },
  },
]
