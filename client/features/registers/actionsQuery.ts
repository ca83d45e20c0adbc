/** Which actions are asked for, as the address of the page holds it. */
export interface ActionsQuery {
  /** Only what is not over. */
  readonly isOpen: boolean
  /** Those that were done since the last meeting. */
  readonly showsDone: boolean
  /** One's own delegation leads. */
  readonly isLed: boolean
  /** One's own delegation takes part. */
  readonly isPartner: boolean
  readonly meeting: string | null
  readonly delegation: string | null
}

/** What the page shows when nothing is asked: what is open, and what was done lately. */
export const usualActions: ActionsQuery = {
  isOpen: true,
  showsDone: true,
  isLed: false,
  isPartner: false,
  meeting: null,
  delegation: null,
}

const openGroups = ['overdue', 'beforeNext', 'later', 'byEvent', 'none'] as const

/** Reads it out of an address. */
export function readActionsQuery(search: Readonly<Record<string, unknown>>): ActionsQuery {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : '')
  return {
    isOpen: text('show') !== 'all',
    showsDone: text('done') !== 'no',
    isLed: text('ours').split(',').includes('lead'),
    isPartner: text('ours').split(',').includes('partner'),
    meeting: text('meeting') || null,
    delegation: text('delegation') || null,
  }
}

/** The same as an address; nothing for what is usual. */
export function writeActionsQuery(query: ActionsQuery): string {
  const given = new URLSearchParams()
  if (!query.isOpen) given.set('show', 'all')
  if (!query.showsDone) given.set('done', 'no')
  const ours = [...(query.isLed ? ['lead'] : []), ...(query.isPartner ? ['partner'] : [])]
  if (ours.length > 0) given.set('ours', ours.join(','))
  if (query.meeting !== null) given.set('meeting', query.meeting)
  if (query.delegation !== null) given.set('delegation', query.delegation)
  const text = given.toString()
  return text === '' ? '' : `?${text}`
}

/** As the server is asked. Led and taking part together are both of what is ours. */
export function actionsAsking(query: ActionsQuery): Readonly<Record<string, string | readonly string[] | null>> {
  const isBoth = query.isLed && query.isPartner
  const groups = [...openGroups, ...(query.showsDone ? (['doneLately'] as const) : [])]
  return {
    group: query.isOpen ? groups : query.showsDone ? [] : [...openGroups, 'closed'],
    lead: query.isLed && !isBoth ? 'ours' : null,
    partner: query.isPartner && !isBoth ? 'ours' : null,
    delegation: isBoth ? 'ours' : query.delegation,
    meeting: query.meeting,
  }
}
