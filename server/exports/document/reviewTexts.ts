import type { ActionReview, CarriedAction, ItemView } from '../../../shared/record/index.ts'
import type { Composing } from './Composing.ts'
import { oneLine } from './cleanText.ts'
import { dateInWords } from './dates.ts'
import type { PrintText } from './PrintDocument.ts'
import { aside, joined, plain } from './runs.ts'

/** What was said of actions of earlier meetings under this item; null: under an item that is not in the record any more. */
export function reviewTexts(at: Composing, item: ItemView['id'] | null): readonly PrintText[] {
  const { reviewing, reviews } = at.record.session
  if (reviewing === null) return []
  const place = at.record.items.some(({ id }) => id === reviewing.item) ? reviewing.item : null
  if (place !== item) return []
  return reviews.flatMap((review) => {
    const carried = reviewing.actions.find((one) => one.action === review.action)
    return carried === undefined ? [] : [reviewText(at, review, carried)]
  })
}

/** "Action A7 of 16 September 2002: Write to the signatories. In progress, lead: Canada. The letters are out." */
function reviewText(at: Composing, { status, note }: ActionReview, carried: CarriedAction): PrintText {
  const { say, locale } = at.words
  const { number, meetingDate, meetingTitle, task, lead } = carried
  const date = dateInWords(meetingDate, locale, null)
  const origin =
    date === null
      ? say('reviewOfTitle', { number: number ?? '', title: oneLine(meetingTitle) })
      : say('reviewOf', { number: number ?? '', date })
  const facts = [
    status === null ? '' : say(`status.${status}`),
    lead === null ? '' : `${say('actionLeadAlone')}${say('colon')} ${at.nameOf(lead)}`,
  ].filter((one) => one !== '')
  return joined(
    [
      plain(`${origin}${say('colon')} ${oneLine(task)}`),
      facts.length === 0 ? [] : aside(`(${facts.join(say('comma'))})${note === null ? '' : '.'}`),
      note === null ? [] : plain(oneLine(note)),
    ],
    ' ',
  )
}
