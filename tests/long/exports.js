// Long runs of copies.
export const runs = [
  {
    name: 'copies brought in and copied again',
    cases: ['G17'],
    files: ['tests/server/exports/importMany.test.ts'],
    short: { COPY_RUNS: '300' },
    release: { COPY_RUNS: '3000' },
  },
]
