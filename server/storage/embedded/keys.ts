import type { CommandId, DocumentId, GroupId, MeetingId, ReportId } from '../../../shared/base/index.ts'

/**
 * The layout of the log. All that is needed to open a document lies together under `d/<documentId>/`; asides and authorship
 * lie apart because opening does not need them.
 */
export const keys = {
  head: (id: DocumentId) => `d/${id}/head`,
  snapshot: (id: DocumentId) => `d/${id}/snapshot`,
  frame: (id: DocumentId, seq: number) => `d/${id}/f/${padded(seq)}`,
  binding: (id: DocumentId, clientId: number) => `d/${id}/b/${clientId}`,
  aside: (id: DocumentId, asideId: string) => `a/${id}/${asideId}`,
  authors: (id: DocumentId, seq: number) => `w/${id}/${padded(seq)}`,
  meeting: (id: MeetingId) => `m/${id}`,
  command: (id: MeetingId, commandId: CommandId) => `c/${id}/${commandId}`,
  version: (id: MeetingId, number: number) => `v/${id}/${padded(number)}`,
  comment: (id: MeetingId, commentId: CommandId) => `k/${id}/${commentId}`,
  source: (id: MeetingId, number: number) => `s/${id}/${padded(number)}`,
  meetingOfGroup: (groupId: GroupId, id: MeetingId) => `g/${groupId}/${id}`,
  report: (id: ReportId) => `r/${id}`,
  reportOfGroup: (groupId: GroupId, id: ReportId) => `q/${groupId}/${id}`,
  ledgerHead: (groupId: GroupId) => `l/${groupId}/head`,
  ledgerEntry: (groupId: GroupId, seq: number) => `l/${groupId}/e/${padded(seq)}`,
  ledgerCommand: (groupId: GroupId, commandId: CommandId) => `l/${groupId}/c/${commandId}`,
  copy: (id: DocumentId, copyId: string) => `u/${id}/c/${copyId}`,
  copyBody: (id: DocumentId, sha256: string) => `u/${id}/b/${sha256}`,
  copyDecision: (id: DocumentId, variantId: string) => `u/${id}/d/${variantId}`,
  visit: (groupId: GroupId, person: string) => `y/${groupId}/${person}`,
  loss: (number: number) => `loss/${padded(number)}`,
  probe: 'probe',
}

/** Where the things of one document, group or kind begin and end, for reading them in order. */
export const ranges = {
  document: (id: DocumentId) => under(`d/${id}/`),
  asides: (id: DocumentId) => under(`a/${id}/`),
  bindings: (id: DocumentId) => under(`d/${id}/b/`),
  authors: (id: DocumentId) => under(`w/${id}/`),
  versions: (id: MeetingId) => under(`v/${id}/`),
  comments: (id: MeetingId) => under(`k/${id}/`),
  sources: (id: MeetingId) => under(`s/${id}/`),
  copies: (id: DocumentId) => under(`u/${id}/c/`),
  copyDecisions: (id: DocumentId) => under(`u/${id}/d/`),
  reportsOfGroup: (groupId: GroupId) => under(`q/${groupId}/`),
  meetingsOfGroup: (groupId: GroupId) => under(`g/${groupId}/`),
  /** Entries of a ledger behind this number. */
  ledgerEntries: (groupId: GroupId, after: number) => ({
    from: `l/${groupId}/e/${padded(after + 1)}`,
    before: under(`l/${groupId}/e/`).before,
  }),
  losses: under('loss/'),
  everything: { from: '', before: '\u{10ffff}' },
}

/** What a key belongs to. */
export interface KeyParts {
  readonly kind: string
  readonly owner: string
  readonly part: string
  readonly rest: string
}

/** Takes a key apart again. */
export function partsOf(key: string): KeyParts {
  const [kind = '', owner = '', part = '', ...rest] = key.split('/')
  return { kind, owner, part, rest: rest.join('/') }
}

/** Whether a key names the head of a document or a ledger. */
export function isHeadKey(key: string): boolean {
  return key.endsWith('/head')
}

/** Whether the text can be part of a key or a file name: nothing else is ever looked up (principle 5). */
export function isName(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text)
}

function under(prefix: string): { readonly from: string; readonly before: string } {
  // '0' is the letter after '/'.
  return { from: prefix, before: `${prefix.slice(0, -1)}0` }
}

/** Fixed width, so that text order is number order; twelve hexadecimal digits are 281 billion frames. */
function padded(seq: number): string {
  return seq.toString(16).padStart(12, '0')
}
