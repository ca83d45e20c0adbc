// Long runs of merging.
export const runs = [
  {
    name: 'records that merge',
    cases: ['C1'],
    files: ['tests/shared/record/convergence.test.ts'],
    short: { RUNS: '1500' },
    release: { RUNS: '10000' },
  },
]
