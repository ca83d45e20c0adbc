import type { Clock } from '../base/index.ts'
import { type Allowances, Budget } from '../rooms/index.ts'

/** What a line may bring, whether or not any of it means something: many times what an honest client in a full room sends. */
const usual: Allowances = { messages: { perSecond: 400, burst: 4_000 }, cpuMs: { perSecond: 300, burst: 1_500 } }
const bytesPerSecond = 4 * 1024 * 1024
const burstBytes = 32 * 1024 * 1024

/** Counts what comes over one line before anybody has read it: packets, bytes, and the work of reading them (B8, G11). */
export class WireMeter {
  private readonly budget: Budget
  private readonly bytes: Budget

  /** `allowances`: those of a place in a meeting; a line is never allowed less than four of its places need. */
  constructor(
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    allowances: Allowances | undefined,
  ) {
    const times = (kind: keyof Allowances) => {
      const { perSecond, burst } = usual[kind]
      const wanted = (allowances?.[kind].perSecond ?? 0) * 4
      return wanted <= perSecond ? usual[kind] : { perSecond: wanted, burst: (burst / perSecond) * wanted }
    }
    const factor = times('messages').perSecond / usual.messages.perSecond
    this.budget = new Budget(clock, { messages: times('messages'), cpuMs: times('cpuMs') })
    // The same leaky bucket, a byte being what a millisecond is elsewhere.
    const bytes = { perSecond: bytesPerSecond * factor, burst: burstBytes * factor }
    this.bytes = new Budget(clock, { messages: { perSecond: 1e9, burst: 1e9 }, cpuMs: bytes })
  }

  /** Takes in one packet of so many bytes; false when the line has brought too much. */
  take(bytes: number): boolean {
    const taken = this.budget.take() && this.bytes.take()
    this.bytes.charge(bytes)
    return taken
  }

  /** Runs the reading of a packet at the line's expense. */
  read<T>(work: () => T): T {
    const began = this.clock.monotonicMs()
    try {
      return work()
    } finally {
      this.budget.charge(this.clock.monotonicMs() - began)
    }
  }
}
