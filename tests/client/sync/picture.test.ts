import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Pen } from '../../../client/sync/Pen.ts'
import { Picture } from '../../../client/sync/Picture.ts'
import { shareParts } from '../../../client/sync/shareParts.ts'
import { type CommandId, type ItemId, type MeetingId, type Millis, makeId } from '../../../shared/base/index.ts'
import { applyEdit, plainChange } from '../../../shared/record/index.ts'
import type { FloorRequest, SessionState } from '../../../shared/session/index.ts'
import { newId, session } from '../../support/storageSamples.ts'

afterEach(() => vi.restoreAllMocks())

const item = makeId<ItemId>(new Uint8Array(16))

/** A picture with a document, whose frames are drawn when the test says so. */
function picture() {
  const frames: (() => void)[] = []
  const shown = new Picture({
    meetingId: 'm' as MeetingId,
    place: 'p m',
    device: null,
    typing: new Set(),
    soon: (read) => frames.push(read),
    onLocal: () => undefined,
    unsettled: () => [],
  })
  const doc = new Y.Doc()
  applyEdit(doc, { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Opening' }, 'test')
  shown.takePen([Y.encodeStateAsUpdate(doc)])
  const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const
  let heard: SessionState = { ...session(1), phase: 'inSession', current: item }
  let version = 1
  shown.stand(
    {
      mode: 'pen',
      readerBecause: null,
      role: 'participant',
      rules,
      groupId: 'g',
      me: null,
      you: null,
      session: heard,
    },
    1,
  )
  return {
    shown,
    /** The server tells that the session is so now. */
    tell: (after: SessionState) => {
      version += 1
      const change = plainChange(heard, after)
      heard = after
      return change === null || shown.changeSession(version - 1, version, wired(change))
    },
    session: () => shown.session.get() ?? session(0),
    frame: () => {
      for (const read of frames.splice(0)) read()
    },
  }
}

/** As it comes over the wire: nothing of it is the same object as before. */
function wired<T>(value: T): T {
  return structuredClone(value)
}

function request(name: string): FloorRequest {
  const speaker = { delegation: null, name, code: null, type: null }
  const at = 1000 as Millis
  return {
    id: newId<CommandId>(),
    item,
    person: null,
    speaker,
    intervention: 'statement',
    onBehalfOf: null,
    asObserver: false,
    at,
  }
}

function asking(before: SessionState, names: readonly string[]): SessionState {
  const requests = [...before.floor.requests, ...names.map(request)]
  return { ...before, seq: before.seq + names.length, floor: { ...before.floor, requests } }
}

describe('the session on the screen', () => {
  test('[CL47] two hundred requests in one second are drawn at most once a frame, and all are there', () => {
    const { shown, session: now, frame, tell } = picture()
    let told = 0
    shown.session.subscribe(() => {
      told += 1
    })
    let state = now()
    const framesASecond = 60
    for (let asked = 0, frames = 0; frames < framesASecond; frames += 1) {
      for (; asked < ((frames + 1) * 200) / framesASecond; asked += 1) {
        state = asking(state, [`Delegate ${asked}`])
        tell(state)
      }
      frame()
    }
    expect(told).toBeLessThanOrEqual(framesASecond)
    expect(now().floor.requests).toHaveLength(200)
    expect(now().seq).toBe(state.seq)
    shown.close()
  })

  test('[CL48] what did not change in the session stays the same object, entry by entry', () => {
    const { shown, session: now, frame, tell } = picture()
    tell(asking(now(), ['Thailand', 'Norway', 'Mexico']))
    frame()
    const before = now()
    const [, norway, mexico] = before.floor.requests
    tell({ ...before, seq: before.seq + 1, floor: { ...before.floor, requests: before.floor.requests.slice(1) } })
    frame()
    expect(now().floor.requests[0]).toBe(norway)
    expect(now().floor.requests[1]).toBe(mexico)
    expect(now().head).toBe(before.head)
    expect(now().interventions).toBe(before.interventions)
    expect(now().floor).not.toBe(before.floor)
    shown.close()
  })

  test('[CL49] a change at the floor or of a clock does not read the record again; one that shows in the record does', () => {
    const { shown, session: now, frame, tell } = picture()
    frame()
    const reads = vi.spyOn(Pen.prototype, 'read')
    const record = shown.record.get()
    tell(asking(now(), ['Thailand']))
    frame()
    tell({ ...now(), seq: now().seq + 1, clock: { runningSince: 5 as Millis, paused: false } })
    frame()
    expect(now().clock.runningSince).toBe(5)
    expect(reads).not.toHaveBeenCalled()
    expect(shown.record.get()).toBe(record)
    tell({ ...now(), seq: now().seq + 1, closedItems: [item] })
    frame()
    expect(reads).toHaveBeenCalledTimes(1)
    expect(shown.record.get()?.items[0]?.closed).toBe(true)
    shown.close()
  })

  test('[CL50] a change of a session that was never heard is not shown', () => {
    const { shown, session: now, frame, tell } = picture()
    expect(tell(asking(now(), ['Thailand', 'Norway']))).toBe(true)
    const change = plainChange(now(), asking(now(), ['Mexico']))
    if (change === null) throw new Error('Nothing changed')
    expect(shown.changeSession(1, 2, change)).toBe(false)
    expect(shown.changeSession(3, 4, change)).toBe(false)
    frame()
    expect(now().floor.requests.map(({ speaker }) => speaker.name)).toEqual(['Thailand', 'Norway'])
    shown.close()
  })

  test('[CL48] sharing keeps what is equal and nothing else', () => {
    const before = { a: [{ id: '1', x: [1, 2] }, { id: '2' }], b: { c: null }, d: 1 }
    expect(shareParts(before, structuredClone(before))).toBe(before)
    const after = shareParts<unknown>(before, { a: [{ id: '2' }, { id: '1', x: [1, 3] }], b: { c: null }, d: undefined })
    expect(after).toEqual({ a: [{ id: '2' }, { id: '1', x: [1, 3] }], b: { c: null }, d: undefined })
    expect(after).toHaveProperty('b', before.b)
    expect(shareParts({ a: 1 }, { a: 1, b: undefined })).toHaveProperty('b')
    expect(shareParts([1, 2, 3], [1, 2])).toEqual([1, 2])
    expect(shareParts({ a: [] }, { a: {} })).toEqual({ a: {} })
    expect(shareParts(undefined, [1])).toEqual([1])
  })
})
