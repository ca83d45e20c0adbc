import { describe, expect, test } from 'vitest'
import { type ConnectionEvent, type ConnectionState, idle, nextConnection } from '../../../client/sync/connectionState.ts'
import { fc } from '../../support/chance.ts'

const no = { code: 'forbidden', message: 'no' } as const
const again = { code: 'rightsChanged', message: 'again' } as const
const events: readonly ConnectionEvent[] = [
  { kind: 'start' },
  { kind: 'opened' },
  { kind: 'joined' },
  { kind: 'lost' },
  { kind: 'sentAway', refusal: no },
  { kind: 'sentAway', refusal: again },
  { kind: 'retry' },
  { kind: 'close' },
]

function state(...steps: readonly ConnectionEvent[]): ConnectionState {
  return steps.reduce(nextConnection, idle)
}

describe('the line to the server', () => {
  test('[CL1] a line comes in by connecting, joining and only then being live', () => {
    const kinds = [state(), state({ kind: 'start' }), state({ kind: 'start' }, { kind: 'opened' })].map(({ kind }) => kind)
    expect(kinds).toEqual(['idle', 'connecting', 'joining'])
    expect(state({ kind: 'start' }, { kind: 'opened' }, { kind: 'joined' }).kind).toBe('live')
    expect(state({ kind: 'start' }, { kind: 'joined' }).kind).toBe('connecting')
  })

  test('[CL2] whatever happens in whatever order, a line has an answer, and closed stays closed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (steps) => {
        let now = idle
        let wasClosed = false
        for (const step of steps) {
          now = nextConnection(now, step)
          wasClosed ||= now.kind === 'closed'
          if (wasClosed) expect(now.kind).toBe('closed')
        }
        // Live is reached only through joining: the server has let us in on this very line.
        const last = steps.at(-1)
        if (now.kind === 'live' && last?.kind === 'opened') throw new Error('live without having been let in')
      }),
    )
  })

  test('[CL3] a no for good waits for a person, a no for the moment comes in again by itself', () => {
    const live = [{ kind: 'start' }, { kind: 'opened' }, { kind: 'joined' }] as const
    expect(state(...live, { kind: 'sentAway', refusal: no })).toEqual({ kind: 'refused', refusal: no })
    expect(state(...live, { kind: 'sentAway', refusal: no }, { kind: 'lost' }).kind).toBe('refused')
    expect(state(...live, { kind: 'sentAway', refusal: no }, { kind: 'retry' }).kind).toBe('connecting')
    expect(state(...live, { kind: 'sentAway', refusal: again })).toEqual({ kind: 'waiting', because: again })
    expect(state(...live, { kind: 'sentAway', refusal: again }, { kind: 'opened' }).kind).toBe('joining')
  })
})
