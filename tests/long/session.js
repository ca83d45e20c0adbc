// Long runs of the session, its commands and adoption.
export const runs = [
  {
    name: 'sequences of session commands',
    cases: ['C7'],
    files: ['tests/shared/session/model.test.ts'],
    short: { RUNS: '10000' },
    release: { RUNS: '40000' },
  },
  {
    name: 'two chairs at once',
    cases: ['C7'],
    files: ['tests/server/transports/twoChairs.test.ts'],
    short: { CHAIR_ROUNDS: '500' },
    release: { CHAIR_ROUNDS: '2000' },
  },
  {
    name: 'commands cut off and sent again',
    cases: ['C7'],
    files: ['tests/server/transports/cutAndRetry.test.ts'],
    short: { CUT_ROUNDS: '400' },
    release: { CUT_ROUNDS: '2000' },
  },
  {
    name: 'two hundred ask for the floor',
    cases: ['C7'],
    files: ['tests/server/transports/manyAsk.test.ts'],
    short: { ASKING: '200' },
    release: { ASKING: '400' },
  },
  {
    name: 'adoption while people write',
    cases: ['D12', 'S3'],
    files: ['tests/server/transports/adoptionRace.test.ts'],
    short: { RACE_ROUNDS: '500' },
    release: { RACE_ROUNDS: '2000' },
  },
]
