// protocol: every message and body that crosses a wire, as schemas first and types second; version number and its log.
// Must not know how a message is handled, only how it looks.
export {
  claimAdministratorBody,
  claimSeatBody,
  createDelegationBody,
  createGroupBody,
  createMeetingBody,
  createMemberBody,
  createSeatBody,
  createTokenBody,
  delegationTypes,
  groupRulesSchema,
  type Problem,
  pageQuery,
  partyStatuses,
  patchGroupBody,
  patchMeetingBody,
  patchMemberBody,
  previewSeatBody,
  problemSchema,
  setPasswordBody,
  signInBody,
} from './http.ts'
export {
  type Answer,
  type ClientEvent,
  type ClientEventName,
  clientEvents,
  type Joined,
  joinedSchema,
  type Person,
  refusalSchema,
  type ServerEvent,
  type ServerEventName,
  serverEvents,
} from './socket.ts'
export { protocolFingerprint, protocolVersion, schemaVersion } from './version.ts'
