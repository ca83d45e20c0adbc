import {
  claimAnswer,
  claimSeatBody,
  createdSeatAnswer,
  createSeatBody,
  pageOf,
  pageQuery,
  previewAnswer,
  previewSeatBody,
  seatAnswer,
} from '../../../../shared/protocol/index.ts'
import { claimSeat, createSeat, listSeats, previewSeat, revokeSeat } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'
import { guestCookie } from '../signOut.ts'

/** Seat links: how a delegation or one person comes in without an account. */
export const seatRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/groups/:groupId/seats',
    summary: 'The seat links of the group, newest first, with who came in by them.',
    who: 'seats.manage',
    query: pageQuery,
    status: 200,
    answer: pageOf(seatAnswer),
    handle: ({ at, caller, param, query }) => listSeats(at, caller, param('groupId'), query),
  }),
  route({
    method: 'post',
    path: '/groups/:groupId/seats',
    summary:
      'A new seat link. `url` is shown this once; its secret stands behind `#`. Without `maxClaims` one person may use it.',
    who: 'seats.manage',
    body: createSeatBody,
    status: 201,
    answer: createdSeatAnswer,
    handle: ({ at, caller, param, body }) => createSeat(at, caller, param('groupId'), body),
  }),
  route({
    method: 'delete',
    path: '/groups/:groupId/seats/:seatId',
    summary: 'End a seat link, and the place and live connections of everybody who came in by it.',
    who: 'seats.manage',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => revokeSeat(at, caller, param('groupId'), param('seatId')),
  }),
  route({
    method: 'post',
    path: '/seats/preview',
    summary: 'What a seat link would give. No effect.',
    who: 'anybody',
    body: previewSeatBody,
    status: 200,
    answer: previewAnswer,
    handle: ({ at, caller, body, guesses }) => guesses.secret(() => previewSeat(at, caller, body.secret)),
  }),
  route({
    method: 'post',
    path: '/seats/claim',
    summary: 'Come in by a seat link: with a name as a guest, or signed in as yourself.',
    who: 'anybody',
    body: claimSeatBody,
    status: 200,
    answer: claimAnswer,
    handle: async ({ at, caller, body, guesses, setCookie }) => {
      const claimed = await guesses.secret(() => claimSeat(at, caller, body))
      if (claimed.ok && claimed.value.token !== null) setCookie(guestCookie(at, claimed.value.token))
      return claimed
    },
  }),
]
