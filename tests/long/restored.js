// Long runs of what comes back after a restore.
export const runs = [
  {
    name: 'ten return after a restore',
    cases: ['O3'],
    files: ['tests/simulation/restored.test.ts'],
    short: { RESTORE_SEEDS: '20' },
    release: { RESTORE_SEEDS: '200' },
  },
]
