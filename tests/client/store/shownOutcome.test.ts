import { expect, test } from 'vitest'
import { type ShownFacts, shownOutcome } from '../../../client/store/shownOutcome.ts'
import type { ItemId, OutcomeId } from '../../../shared/base/index.ts'
import type { Person } from '../../../shared/protocol/index.ts'
import type { OutcomeView, Standing } from '../../../shared/record/index.ts'

const here = 'here' as ItemId
const elsewhere = 'elsewhere' as ItemId
const id = (name: string) => name as OutcomeId

function outcome(name: string, item: ItemId, standing: Standing = 'proposed', removed = false): OutcomeView {
  const rest = { number: null, order: name, kind: '', actor: null, text: [], qualifiers: [], fixing: null }
  return { id: id(name), item, standing, removed, ...rest }
}

function writer(name: string, at: string, away = false): Person {
  return {
    connection: name,
    clientId: 1,
    name,
    function: null,
    role: 'participant',
    code: null,
    delegation: null,
    delegationId: null,
    delegationType: null,
    colour: 1,
    state: { item: null, field: `outcomes/${at}/text`, cursor: null, away },
  }
}

const facts: ShownFacts = {
  outcomes: [
    outcome('a', here),
    outcome('b', here),
    outcome('c', here, 'agreed'),
    outcome('gone', here, 'proposed', true),
    outcome('x', elsewhere),
  ],
  people: [],
  current: here,
  reading: null,
  shown: null,
  changed: null,
  before: null,
}

/** Which outcome it is, and why. */
function shows(change: Partial<ShownFacts>): string {
  const found = shownOutcome({ ...facts, ...change })
  return found === null ? 'nothing' : `${found.outcome.id} ${found.why}`
}

test('[CL56] the wall shows what is read out, else what was chosen, else what is written, else what changed last, else the last open one', () => {
  const people = [writer('Anna', 'a')]
  const all = { people, changed: id('b'), shown: id('x'), reading: id('c') }
  expect(shows(all)).toBe('c reading')
  expect(shows({ ...all, reading: null })).toBe('x shown')
  expect(shows({ ...all, reading: null, shown: null })).toBe('a writing')
  expect(shows({ changed: id('a') })).toBe('a last')
  expect(shows({})).toBe('b last')
  expect(shows({ outcomes: [outcome('c', here, 'agreed'), outcome('d', here, 'agreed')] })).toBe('d last')
})

test('[CL57] while an item is open the wall does not wander off to another one by itself', () => {
  expect(shows({ people: [writer('Anna', 'x')], changed: id('x') })).toBe('b last')
  expect(shows({ outcomes: [outcome('x', elsewhere)] })).toBe('nothing')
  expect(shows({ current: null, people: [writer('Anna', 'x')] })).toBe('x writing')
  expect(shows({ current: null })).toBe('x last')
})

test('[CL58] of several that are being written the wall stays with the one it shows, and who is away does not count', () => {
  const people = [writer('Anna', 'a'), writer('Boris', 'b')]
  expect(shows({ people, before: id('a') })).toBe('a writing')
  expect(shows({ people, before: id('b') })).toBe('b writing')
  expect(shows({ people: [writer('Anna', 'a', true), writer('Boris', 'b')], before: id('a') })).toBe('b writing')
  expect(shownOutcome({ ...facts, people })?.writers.map((person) => person.name)).toEqual(['Boris'])
})

test('[CL56] what is not there, or was removed, is not shown', () => {
  expect(shows({ reading: id('gone'), shown: id('nowhere') })).toBe('b last')
  expect(shows({ people: [writer('Anna', 'gone')], changed: id('gone') })).toBe('b last')
  expect(shows({ outcomes: [] })).toBe('nothing')
})
