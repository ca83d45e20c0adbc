import { readFileSync } from 'node:fs'

/** Clock ticks of the kernel a second, as Linux tells them to programs on every machine. */
const ticksPerSecond = 100

/** Processor seconds that a process has used so far, all its threads together, user and kernel. */
export function cpuSecondsOf(pid) {
  return parseCpuSeconds(readFileSync(`/proc/${pid}/stat`, 'latin1'))
}

/** Reads those seconds from a line of `/proc/PID/stat`: the name in brackets may hold spaces and brackets of its own. */
export function parseCpuSeconds(line) {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  // Counted from the state, which is the third field: utime is the fourteenth, stime the fifteenth.
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Processor seconds that the whole machine has used so far: what is left over of it was somebody else's. */
export function busySeconds() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'latin1')
    .split('\n')[0]
    .slice(5)
    .split(' ')
    .map(Number)
  return (user + nice + system + irq + softirq + steal) / ticksPerSecond
}

/** Watches what a server, this process and everybody else use, from now on until `end`. */
export function watchCpu(pid) {
  const before = { server: cpuSecondsOf(pid), own: process.cpuUsage(), busy: busySeconds(), at: performance.now() }
  return {
    end() {
      const seconds = (performance.now() - before.at) / 1000
      const { user, system } = process.cpuUsage(before.own)
      const own = (user + system) / 1e6
      const server = cpuSecondsOf(pid) - before.server
      return { seconds, server, own: own / seconds, others: Math.max(0, busySeconds() - before.busy - server - own) / seconds }
    },
  }
}

/** Bytes of memory that a process holds now. */
export function residentBytesOf(pid) {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
  if (found === null) throw new Error(`Process ${pid} tells no memory`)
  return Number(found[1]) * 1024
}

/** The value below which this share of the values lies (nearest rank); NaN of none. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort()
  return sorted.length === 0 ? Number.NaN : sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

/** Median, least and greatest of a few rounds. */
export function spreadOf(values) {
  const sorted = Float64Array.from(values).sort()
  const middle = (sorted.length - 1) / 2
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2
  return { median, min: sorted[0], max: sorted.at(-1) }
}
