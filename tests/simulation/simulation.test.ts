import './virtualGlobals.ts'
import { afterAll, expect, test } from 'vitest'
import { type Outcome, Simulation } from './Simulation.ts'
import { seeds } from './seeds.ts'

const runs = Number(process.env.SIM_RUNS ?? 30)
/** The same seeds for every change, so that a change which breaks one is the change to look at; others in the long runs, by chance. */
const usualSeed = process.env.SIM_RUNS === undefined ? 100 : Math.floor(Math.random() * 2 ** 30)
const firstSeed = Number(process.env.SEED ?? usualSeed)
/** So many operations of two hundred make a run that counts. */
const enough = 150

const sums = { runs: 0, letters: 0, operations: 0, commands: 0, kills: 0, asides: 0, awake: 0 }

afterAll(() => {
  process.stdout.write(
    `${Object.entries(sums)
      .map(([name, sum]) => `${name} ${sum}`)
      .join(', ')}; first seed ${firstSeed}\n`,
  )
})

test.each(seeds)('[SIM1] a seed that was once wrong is right: $seed, $was', async ({ seed }) => {
  check(seed, await new Simulation({ seed }).run())
})

test('[SIM2] whatever lines, disks, browsers and servers do to them, people who write together end with one record, every word accounted for, each command once, and nobody behind', async () => {
  // All of them are run and told: one that fails hides no other.
  const wrong: string[] = []
  for (let n = 0; n < runs; n += 1) {
    const seed = firstSeed + n
    const outcome = await new Simulation({ seed }).run()
    if (process.env.SHOW !== undefined) process.stdout.write(`${outcome.log.join('\n')}\n${JSON.stringify(outcome.counts)}\n`)
    wrong.push(...faultsOf(seed, outcome))
    sums.runs += 1
    sums.letters += outcome.letters
    sums.operations += outcome.done
    sums.commands += outcome.counts.commands ?? 0
    sums.kills += outcome.counts.kill ?? 0
    sums.asides += outcome.counts.asides ?? 0
    if (outcome.done >= enough) sums.awake += 1
  }
  expect(wrong).toEqual([])
  expect(sums.awake).toBeGreaterThanOrEqual(Math.floor(runs * 0.99))
})

test('[SIM3] the same seed gives the same run, event by event, and another seed another one', async () => {
  const [first, again, other] = [await run(firstSeed), await run(firstSeed), await run(firstSeed + 1)]
  expect(again.log).toEqual(first.log)
  expect(again.hash).toBe(first.hash)
  expect(other.hash).not.toBe(first.hash)
})

test('[SIM4] a run in which nobody does anything does not count, and one in which a word is swallowed is noticed', async () => {
  expect((await new Simulation({ seed: firstSeed, operations: 0 }).run()).done).toBeLessThan(enough)
  const robbed = await new Simulation({ seed: firstSeed, swallowWords: true }).run()
  expect(robbed.faults.join()).toContain('lost')
})

function run(seed: number): Promise<Outcome> {
  return new Simulation({ seed }).run()
}

function check(seed: number, outcome: Outcome): void {
  expect(faultsOf(seed, outcome)).toEqual([])
}

/** What was wrong, behind the one line that plays it again. */
function faultsOf(seed: number, { faults }: Outcome): readonly string[] {
  const again = `SEED=${seed} SIM_RUNS=1 SHOW=1 npx vitest run --project rules tests/simulation/simulation.test.ts`
  return faults.length === 0 ? [] : [again, ...faults]
}
