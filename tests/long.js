// `npm run test:long`: the long runs, each once, one after the other. `npm test` runs a tenth or less of each.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, root } from '../server/launch/prepare.js'

ensureInstalled()

const runs = [
  ['sequences of session commands', { RUNS: '10000' }, ['tests/shared/session/model.test.ts']],
  ['two chairs at once', { CHAIR_ROUNDS: '500' }, ['tests/server/transports/twoChairs.test.ts']],
  ['commands cut off and sent again', { CUT_ROUNDS: '400' }, ['tests/server/transports/cutAndRetry.test.ts']],
  ['two hundred ask for the floor', { ASKING: '200' }, ['tests/server/transports/manyAsk.test.ts']],
  [
    'a server killed while people write and command',
    { KILL_ROUNDS: '100' },
    ['tests/server/rooms/kill', 'tests/server/storage/kill'],
  ],
  ['adoption while people write', { RACE_ROUNDS: '500' }, ['tests/server/transports/adoptionRace.test.ts']],
  ['records that merge', { RUNS: '1500' }, ['tests/shared/record/convergence.test.ts']],
  ['frames that lie', { FUZZ_FRAMES: '100000' }, ['tests/server/rooms/fuzz.test.ts']],
  ['power cuts', { POWER_CUT_ROUNDS: '100' }, ['tests/server/storage/powerCut.test.ts']],
  ['flipped bits', { ROT_ROUNDS: '600' }, ['tests/server/storage/rot.test.ts']],
]

const lines = []
for (const [name, env, files] of runs) {
  const began = Date.now()
  const args = ['run', '--project', 'rules', '--testTimeout=3600000', ...files]
  const done = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  lines.push(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${name}, ${JSON.stringify(env)} (${seconds} s)`)
  if (done.status !== 0) process.exitCode = 1
}
process.stdout.write(`\n${lines.join('\n')}\n`)
