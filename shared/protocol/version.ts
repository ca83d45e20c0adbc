/** Version of the words on the wire; a test pins the fingerprint of all schemas beside it. Log at the end of this file. */
export const protocolVersion = 6

/** SHA-256 (first 128 bits) over all schemas: a test fails when the words change and nobody decided about the version. */
export const protocolFingerprint = '7debb2ec9a44c9c8e34f07296c0a22a0'

/** Version of the record's Yjs schema; a client with an older one may only read ("please reload", DECIDED 11). */
export const schemaVersion = 1

// Log
// 1: first version (HTTP bodies, Socket.io events, view stream, texts kept aside).
// 2: the session: commands of items, timers, floor, attendance, fixing, observers; `session.changed` to everybody with the
//    server's hour, `clock.ask`, screens on the wall, reasons of refusals, `GET …/session`, regional groups.
// 3: after the meeting: commands `record.*` and `comment.*`, `comments.changed`, versions, differences, comments and checks over HTTP.
// 4: records brought in, reports, the group's registers and search, from meeting to meeting.
// 5: one's own account: sessions, tokens, password.
// 5: copies from before a restore (`…/copies`, `copies.changed`).
// 6: `line.told`, so that whoever lost the last word notices; `session.changed` tells what changed, no longer the whole.
