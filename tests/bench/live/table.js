import { spreadOf } from './measure.js'

const exact = new Set(['edits', 'letters', 'kills', 'seen', 'seen and lost', 'told saved', 'told and lost', 'records'])

/** The rounds of one scenario as medians and spreads by server, in the order of coming. */
export function summarize(rounds) {
  const servers = [...new Set(rounds.map(({ server }) => server))]
  return servers.map((server) => {
    const own = rounds.filter((round) => round.server === server).map(({ figures }) => figures)
    const figures = {}
    for (const key of Object.keys(own[0])) {
      const values = own.map((one) => one[key]).filter((value) => value !== null && value !== undefined)
      figures[key] = values.length === 0 ? null : spreadOf(values)
    }
    return { server, rounds: own.length, figures }
  })
}

/** The same as lines of text: the median, and behind it least and greatest where there were several rounds. */
export function tableOf(title, summary) {
  const heads = ['server', ...Object.keys(summary[0].figures)]
  const rows = summary.map(({ server, figures }) => [server, ...heads.slice(1).map((key) => cell(key, figures[key]))])
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)))
  const line = (cells) => cells.map((text, n) => (n === 0 ? text.padEnd(widths[n]) : text.padStart(widths[n]))).join('  ')
  return [title, line(heads), ...rows.map(line), ''].join('\n')
}

function cell(key, spread) {
  if (spread === null || spread === undefined) return '–'
  const { median, min, max } = spread
  const show = (value) => shown(key, value)
  return min === max ? show(median) : `${show(median)} (${show(min)}–${show(max)})`
}

function shown(key, value) {
  if (exact.has(key) || value >= 1000) return String(Math.round(value))
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3)
}
