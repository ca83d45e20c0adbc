import type { SessionState } from '../../shared/session/index.ts'
import type { Standing } from './face.ts'
import type { HeldRecord } from './HeldRecord.ts'
import type { VersionSource } from './makeVersion.ts'
import { nameIn } from './surroundingsOf.ts'

/** What a version is made of: the record under this session, in the words of the group of whoever asks; silence has no group. */
export function versionSource(record: HeldRecord, session: SessionState, standing: Standing | null): VersionSource {
  return {
    record: record.read(session),
    doc: record.live.doc,
    group: standing?.group.name ?? '',
    nameOf: nameIn(standing?.delegations ?? []),
  }
}
