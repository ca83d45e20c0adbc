// Long runs of whole meetings under one seed.
export const runs = [
  {
    name: 'meetings under a seed',
    cases: ['C1'],
    files: ['tests/simulation/simulation.test.ts'],
    short: { SIM_RUNS: '500' },
    release: { SIM_RUNS: '10000' },
  },
]
