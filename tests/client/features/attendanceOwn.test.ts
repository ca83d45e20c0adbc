import { expect, test } from 'vitest'
import { ownAttendance } from '../../../client/features/attendance/ownAttendance.ts'
import type { ItemId, Millis, PersonId } from '../../../shared/base/index.ts'
import type { Movement } from '../../../shared/record/index.ts'
import { delegation, entry, idFor } from './attendanceWorld.ts'

const tha = delegation('THA', 'Thailand')
const [me, colleague] = [idFor<PersonId>('me'), idFor<PersonId>('colleague')]
const item = idFor<ItemId>('item')
const of = { personId: me, delegationId: tha.id }
const moved = (kind: Movement['kind']): Movement => ({ kind, item, at: 1 as Millis })
const self = { person: me, name: 'Ada', function: null }
const other = { person: colleague, name: 'Ben', function: null }

test('[ATT3] nothing recorded, and apologies, are "not checked in"', () => {
  expect(ownAttendance([], of)).toEqual({ kind: 'none' })
  expect(ownAttendance([entry(tha, { state: 'apologies' })], of)).toEqual({ kind: 'none' })
  expect(ownAttendance([entry(delegation('MEX', 'Mexico'), { delegates: [other] })], of)).toEqual({ kind: 'none' })
})

test('[ATT3] a delegation that is here without oneself is told apart from being checked in', () => {
  expect(ownAttendance([entry(tha, { delegates: [other] })], of)).toEqual({ kind: 'delegation' })
  expect(ownAttendance([entry(tha, { delegates: [other], movements: [moved('left')] })], of)).toEqual({ kind: 'none' })
})

test('[ATT3] who is checked in alone arrived when the delegation did; with others the item is not one’s own', () => {
  const arrived = [moved('arrived')]
  expect(ownAttendance([entry(tha, { delegates: [self], movements: arrived })], of)).toEqual({ kind: 'in', item })
  expect(ownAttendance([entry(tha, { delegates: [self, other], movements: arrived })], of)).toEqual({ kind: 'in', item: null })
})

test('[ATT3] who has left is told so, with the item when the delegation went with them', () => {
  const gone = { ...self, hasLeft: true as const }
  const both = [moved('arrived'), moved('left')]
  expect(ownAttendance([entry(tha, { delegates: [gone], movements: both })], of)).toEqual({ kind: 'left', item })
  expect(ownAttendance([entry(tha, { delegates: [gone, other], movements: [moved('arrived')] })], of)).toEqual({
    kind: 'left',
    item: null,
  })
})

test('[ATT3] somebody without a delegation is found by who they are', () => {
  const alone = entry({ words: 'Ada' }, { delegates: [self], movements: [moved('arrived')] })
  expect(ownAttendance([alone], { personId: me, delegationId: null })).toEqual({ kind: 'in', item })
  expect(ownAttendance([alone], { personId: colleague, delegationId: null })).toEqual({ kind: 'none' })
})
