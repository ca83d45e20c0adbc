/** Who sent which letter when, and who has seen it: one clock for all, that of this process. */
export class Ledger {
  /** Client id → the lane of whoever types under it. */
  lanes = new Map()
  latencies = []
  /** Letters that were sent since the measuring began. */
  sent = 0
  isMeasuring = false

  /** A lane for a client id, typed by this link from this clock on. */
  open(client, link, from) {
    const lane = { client, link, from, sentAt: [], onEcho: null }
    this.lanes.set(client, lane)
    return lane
  }

  /** The next letter of a lane leaves now. */
  send(lane) {
    lane.sentAt.push(this.isMeasuring ? performance.now() : Number.NaN)
    if (this.isMeasuring) this.sent += 1
  }

  /** A link has received a client's letters up to this clock. */
  note(link, client, end, now) {
    const lane = this.lanes.get(client)
    if (lane === undefined) return
    const seen = link.seen.get(client) ?? lane.from
    if (end <= seen) return
    link.seen.set(client, end)
    if (lane.link === link) {
      lane.onEcho?.(end - seen)
      return
    }
    for (let clock = seen; clock < end; clock += 1) {
      const sentAt = lane.sentAt[clock - lane.from]
      if (!Number.isNaN(sentAt)) this.latencies.push(now - sentAt)
    }
  }

  /** Whether all of these links have received all that was sent. */
  isSeenBy(links) {
    return links.every((link) => link.lags(this) === 0)
  }
}
