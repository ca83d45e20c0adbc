import { plainText } from '../plainText.ts'
import type { RecordLists } from '../recordDocumentFrom.ts'

/** The words of a copy as plain text, item by item: for whoever wants to have them in hand. */
export function copyText(lists: RecordLists): string {
  const blocks = lists.items.map((item) =>
    [
      `${item.number === null ? '–' : item.number} ${plainText(item.title)}`,
      plainText(item.notes),
      ...lists.outcomes.filter((one) => one.item === item.id).flatMap(outcomeLines),
      ...lists.actions.filter((one) => one.item === item.id).map((one) => `→ ${plainText(one.task)}`),
      ...lists.targets.filter((one) => one.item === item.id).map((one) => `# ${one.figure} ${plainText(one.what)}`),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  )
  const known = new Set<string>(lists.items.map((item) => item.id))
  const stray = [
    ...lists.outcomes.filter((one) => !known.has(one.item)).flatMap(outcomeLines),
    ...lists.actions.filter((one) => !known.has(one.item)).map((one) => `→ ${plainText(one.task)}`),
    ...lists.targets.filter((one) => !known.has(one.item)).map((one) => `# ${one.figure} ${plainText(one.what)}`),
  ]
  return `${[...blocks, ...(stray.length === 0 ? [] : [stray.join('\n')])].join('\n\n')}\n`
}

function outcomeLines({ kind, text, qualifiers }: RecordLists['outcomes'][number]): readonly string[] {
  return [`• ${kind} ${plainText(text)}`, ...qualifiers.map((one) => `  • ${one.kind} ${plainText(one.text)}`)]
}
