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
