// What stands firm: agreed words, circulated texts, adoption, versions and what the attribution rule lets be kept.
import { off } from '../off.js'

const session = 'shared/session/'
const rooms = 'server/rooms/'
const circulationTest = 'tests/shared/session/circulation.test.ts'
const fixingTest = 'tests/shared/session/fixing.test.ts'
const afterTest = 'tests/server/rooms/after.test.ts'
const storeTest = 'tests/server/storage/embedded.test.ts'

export const firmness = [
  off(
    'words in brackets are not agreed',
    `${session}decide/fixing.ts`,
    'if (openBrackets(found.text) > 0)',
    'if (openBrackets(found.text) < 0)',
    `${fixingTest} SES70 SES71 SES72 SES73`,
  ),
  off(
    'only what was read out is agreed',
    `${session}decide/fixing.ts`,
    'if (!isBeingRead(scene.state, outcome, scene.around.now)) return notBeingRead()\n  const text',
    'const text',
    `${fixingTest} SES70 SES71 SES72 SES73`,
  ),
  off(
    'what is agreed goes back to proposed first',
    `${session}decide/fixing.ts`,
    "if (present === 'agreed' && standing !== 'proposed')",
    "if (present === null && standing === 'agreed')",
    `${fixingTest} SES70 SES71 SES72 SES73 SES74`,
  ),
  off(
    'adopted is the text that was seen',
    `${session}decide/circulation.ts`,
    'if (state.circulation.fingerprint !== seen)',
    "if (state.circulation.fingerprint === '')",
    `${circulationTest} AFT6`,
  ),
  off(
    'an open objection stops adoption',
    `${session}decide/circulation.ts`,
    'if (state.comments.objections > 0)',
    'if (state.comments.objections < 0)',
    `${circulationTest} AFT6`,
  ),
  off('an open objection stops silence', `${session}silence.ts`, '&& comments.objections === 0 ', '', `${circulationTest} AFT10`),
  off(
    'an objection at the deadline stops silence for good',
    `${session}silence.ts`,
    ' && !circulation.isSilenceBroken',
    '',
    `${circulationTest} AFT10`,
  ),
  off('silence waits for the deadline', `${session}silence.ts`, 'now >= circulation.deadline && ', '', `${circulationTest} AFT7`),
  off(
    'a step of the clock brings no deadline forward',
    `${rooms}steadyClock.ts`,
    'if (monotonicMs - aheadSinceMs >= believeAfterMs) {',
    'if (monotonicMs >= aheadSinceMs) {',
    'tests/server/rooms/steadyClock.test.ts VLT8',
  ),
  off(
    'adopted is the very paper that was circulated',
    `${rooms}makeVersion.ts`,
    "if (wanted.kind === 'adopted' || wanted.kind === 'withdrawn') {",
    "if (wanted.kind === 'withdrawn') {",
    `${storeTest} VLT1`,
    `${afterTest} VLT1 VLT17`,
  ),
  off(
    'verify compares fingerprints',
    `${rooms}checkVersion.ts`,
    'return fingerprint === version.fingerprint ? null :',
    "return fingerprint !== '' ? null :",
    `${storeTest} VLT6`,
  ),
  off(
    'phase changes let people in anew',
    `${rooms}whyReader.ts`,
    'return whyReader(member.standing, session, cameAs) !== member.readerBecause',
    'return whyReader(member.standing, session, cameAs) === undefined',
    'tests/server/rooms/room.test.ts R18',
  ),
  off(
    'a brought copy bears out its fingerprint',
    'server/bringin/copy/checkCopy.ts',
    'if ((await madeOf(sealed)) !== fingerprint)',
    'if ((await madeOf(sealed)) === null)',
    'tests/server/exports/import.test.ts EXP113',
  ),
  off(
    'the record of a copy says what its sealed text says',
    'server/bringin/copy/checkCopy.ts',
    'if (differing !== null)',
    'if (differing === undefined)',
    'tests/server/exports/import.test.ts EXP113',
  ),
  off(
    'a tighter rule takes names out of the session',
    `${session}evolve/meeting.ts`,
    'const kept = keepTraces(next, attribution)',
    'const kept = next',
    'tests/server/rooms/session.test.ts R53',
    'tests/shared/session/model.test.ts SES23',
  ),
  off(
    'a tighter rule takes names out of versions',
    `${rooms}redactVersion.ts`,
    'const less = withoutTraces(part, attribution)',
    'const less = part',
    `${afterTest} VLT21`,
  ),
  off(
    'a tighter rule takes names out of comments',
    `${rooms}SessionDesk.ts`,
    'const less = withoutAuthor(comment, attribution)',
    'const less = comment',
    `${afterTest} VLT20`,
  ),
  off(
    'nothing is stored of who wrote, where nobody is named',
    `${rooms}keptAuthors.ts`,
    "if (attribution === 'none') return null",
    "if (attribution === 'never') return null",
    'tests/server/rooms/room.test.ts R27',
  ),
  off(
    'documents name nobody whom the rule does not',
    'server/exports/document/printedPart.ts',
    'attributed(record.session, record.head.attribution)',
    'record.session',
    'tests/server/exports/document.test.ts EXP5',
  ),
  off(
    'a register is written by those with the right',
    'shared/register/decideLedger.ts',
    'if (!needs[command.kind].some((action) => may(actor.role, action, circumstances))) {',
    'if (needs[command.kind].length === 0) {',
    'tests/shared/register/ledger.test.ts REG1',
    'tests/shared/register/backlog.test.ts REG11 REG12',
  ),
]
