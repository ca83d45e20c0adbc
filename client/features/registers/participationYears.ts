/** The stretch of time that is counted; null: from the first, to the last. Plain words, as the server is asked. */
export type Years = Readonly<Record<'from' | 'to', string | null>>

/** Reads it out of an address. */
export function readYears(search: Readonly<Record<string, unknown>>): Years {
  const year = (name: string) => {
    const text = search[name]
    return typeof text === 'string' && /^\d{4}$/.test(text) ? text : null
  }
  return { from: year('from'), to: year('to') }
}

/** The same as an address. */
export function writeYears({ from, to }: Years): string {
  const text = new URLSearchParams({ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }).toString()
  return text === '' ? '' : `?${text}`
}
