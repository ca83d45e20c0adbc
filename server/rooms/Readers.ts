import { visibleTo } from '../../shared/access/index.ts'
import { type MeetingRecord, viewChange } from '../../shared/record/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { News } from './face.ts'
import { isPen, type Member } from './Member.ts'

/** Readers hear of changes at most four times a second. */
const gapMs = 250

/** Readers of one kind all see the same. */
type Audience = 'observers' | 'others'

interface Shown {
  readonly version: number
  readonly record: MeetingRecord
}

interface ReadersParts {
  readonly clock: Pick<Clock, 'after'>
  readonly members: ReadonlySet<Member>
  /** The settled record; waits for the commit under way. Null when the room has fallen. */
  readonly readSettled: () => Promise<MeetingRecord | null>
  readonly reportFault: ReportFault
  readonly tell: (news: News, to: readonly Member[]) => void
}

/** Serves those without a pen: the record as plain data, whole at first, then as changes (DECIDED 1). */
export class Readers {
  private readonly shown = new Map<Audience, Shown>()
  private stopTimer: (() => void) | null = null

  constructor(private readonly parts: ReadersParts) {}

  /** Something changed. */
  touch(): void {
    if (this.stopTimer !== null || this.of('observers').length + this.of('others').length === 0) return
    this.stopTimer = this.parts.clock.after(gapMs, () => {
      this.stopTimer = null
      this.parts
        .readSettled()
        .then((record) => {
          if (record !== null) this.show(record)
        })
        .catch((error: unknown) => this.parts.reportFault(error))
    })
  }

  /** A newcomer gets the whole of what those before it see. `record` is the settled record now. */
  welcome(member: Member, record: MeetingRecord): void {
    const audience = audienceOf(member)
    this.show(record)
    const shown = this.shown.get(audience) ?? { version: 1, record: visibleTo(member.standing.role, record) }
    this.shown.set(audience, shown)
    this.parts.tell({ kind: 'view', version: shown.version, record: shown.record }, [member])
  }

  /** What is closed to observers is other than before: they get the whole anew, at once. `record` is the settled record now. */
  renewForObservers(record: MeetingRecord): void {
    const to = this.of('observers')
    const before = this.shown.get('observers')
    if (to.length === 0 || before === undefined) return
    const shown = { version: before.version + 1, record: visibleTo('observer', record) }
    this.shown.set('observers', shown)
    this.parts.tell({ kind: 'view', ...shown }, to)
  }

  close(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }

  private show(record: MeetingRecord): void {
    for (const [audience, before] of this.shown) {
      const to = this.of(audience)
      if (to.length === 0) {
        this.shown.delete(audience)
        continue
      }
      const after = visibleTo(audience === 'observers' ? 'observer' : 'participant', record)
      const change = viewChange(before.record, after)
      if (Object.keys(change).length === 0) continue
      this.shown.set(audience, { version: before.version + 1, record: after })
      this.parts.tell({ kind: 'viewChange', from: before.version, version: before.version + 1, change }, to)
    }
  }

  private of(audience: Audience): Member[] {
    return [...this.parts.members].filter((member) => !isPen(member) && audienceOf(member) === audience)
  }
}

function audienceOf(member: Member): Audience {
  return member.standing.role === 'observer' ? 'observers' : 'others'
}
