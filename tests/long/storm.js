// Long runs of crowds: all of them back at once, and all that was ever opened let go.
export const runs = [
  {
    name: 'everybody back at once',
    cases: ['A4'],
    files: ['tests/server/hostile/storm.test.ts'],
    short: { STORM_CLIENTS: '500' },
    release: { STORM_CLIENTS: '500' },
  },
  {
    name: 'files that mean no good',
    cases: ['B9'],
    files: ['tests/server/hostile/files.test.ts'],
    short: { HOSTILE_FILES: '200' },
    release: { HOSTILE_FILES: '2000' },
  },
  {
    name: 'documents opened, edited and left',
    cases: ['A5'],
    files: ['tests/server/hostile/soak.test.ts'],
    short: { SOAK_DOCUMENTS: '2000' },
    release: { SOAK_DOCUMENTS: '20000' },
  },
]
