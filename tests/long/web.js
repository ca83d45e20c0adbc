// Long runs of the web: guesses, and words that would run as markup.
export const runs = [
  {
    name: 'guesses at passwords and links',
    cases: ['W9', 'S8'],
    files: ['tests/server/web/guessing.test.ts'],
    short: { GUESSES: '1000', TIMING_TRIES: '40' },
    release: { GUESSES: '10000', TIMING_TRIES: '200' },
  },
  {
    name: 'words that would run as markup',
    cases: ['W3', 'W4'],
    files: ['tests/journeys/webScript.test.ts'],
    project: 'journeys',
    short: { SCRIPT_WORDS: '300' },
    release: { SCRIPT_WORDS: '300' },
  },
]
