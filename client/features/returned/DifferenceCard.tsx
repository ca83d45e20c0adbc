import { useMutation } from '@tanstack/react-query'
import { compareWords } from '../../../shared/record/index.ts'
import { useIsLive, useMay, useMeeting } from '../../store/index.ts'
import { copiesApi } from '../../sync/index.ts'
import { Button, State, useToast } from '../../ui/index.ts'
import { useProblem, useWords } from '../../words/index.ts'
import { type Difference, factOf, isWritable, removal } from './differences.ts'
import styles from './Returned.module.css'
import { takeIn } from './takeIn.ts'
import type { HeldCopies } from './useCopies.ts'
import { useHolders } from './useHolders.ts'

export interface DifferenceCardProps {
  readonly difference: Difference
  readonly held: HeldCopies
  /** Whether the record has the item that it belongs to. */
  readonly isItemHere: boolean
}

/** One thing that differs: what copies say, what the record says, in whose copies, and the decision. */
export function DifferenceCard({ difference, held, isItemHere }: DifferenceCardProps) {
  const { t } = useWords('returned')
  const { holders } = useHolders(difference, held.copies)
  const { part, what, now, fields, decision } = difference
  const gone = removal(difference)
  const fact = factOf(difference)
  return (
    <li className={styles.card}>
      <p className={styles.head}>
        <b>{t(`kind.${part.kind}`)}</b> <span className="micro">{t(gone === null ? `what.${what}` : `what.${gone}`)}</span>{' '}
        <span className="micro">{holders}</span>
      </p>
      <Words before={now?.words ?? ''} after={part.words} isChange={what === 'changed'} />
      {part.kind === 'outcome' && part.verb !== '' ? <p className="micro">{t('verb', { verb: part.verb })}</p> : null}
      {fact === null ? null : <p className="micro">{t(fact)}</p>}
      {otherFields(fields).length === 0 ? null : (
        <p className="micro">
          {t('alsoDiffers', {
            fields: otherFields(fields)
              .map((field) => t(`field.${field}`))
              .join(t('comma')),
          })}
        </p>
      )}
      {decision === null ? null : (
        <State tone={decision.what === 'taken' ? 'ok' : 'plain'} icon={decision.what === 'taken' ? 'check' : 'close'}>
          {t(`decided.${decision.what}`)}
        </State>
      )}
      {what === 'missing' ? null : <Buttons difference={difference} held={held} isItemHere={isItemHere} />}
    </li>
  )
}

const fieldNames = [
  'parent',
  'lead',
  'purpose',
  'minutes',
  'papers',
  'actor',
  'qualifiers',
  'outcome',
  'partners',
  'due',
  'basis',
  'figure',
  'event',
  'whose',
] as const
type FieldName = (typeof fieldNames)[number]

/** Words, removal, verb and standing are shown by themselves. */
function otherFields(fields: readonly string[]): readonly FieldName[] {
  return fieldNames.filter((name) => fields.includes(name))
}

interface WordsProps {
  readonly before: string
  readonly after: string
  readonly isChange: boolean
}

function Words({ before, after, isChange }: WordsProps) {
  if (!isChange || before === after) {
    return (
      <p className={styles.words} dir="auto">
        {after}
      </p>
    )
  }
  let at = 0
  return (
    <p className={styles.words} dir="auto">
      {compareWords(before, after).map(({ what, text }) => {
        const key = `${at} ${what}`
        at += text.length
        if (what === 'same') return <span key={key}>{text}</span>
        return what === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
      })}
    </p>
  )
}

function Buttons({ difference, held, isItemHere }: DifferenceCardProps) {
  const { t } = useWords('returned')
  const meeting = useMeeting()
  const toast = useToast()
  const problem = useProblem()
  const isLive = useIsLive()
  const maySettle = useMay('copy.settle')
  const mayWrite = useMay('record.editText')
  const { from } = useHolders(difference, held.copies)
  const { variantId, part, decision } = difference
  const deciding = useMutation({
    mutationFn: (what: 'taken' | 'declined') => copiesApi.decide(held.meetingId, variantId, what),
    onSuccess: held.again,
    onError: (error) => toast(problem(error).sentence),
  })
  if (!maySettle) return null
  const writes = isWritable(difference)
  const needsItem = !isItemHere && part.kind !== 'item'
  const take = () => {
    if (writes && !takeIn(meeting, difference, from)) {
      toast(t('notTaken'))
      return
    }
    deciding.mutate('taken')
  }
  return (
    <div className="row wrap">
      <Button
        variant={decision === null ? 'primary' : 'plain'}
        isDisabled={!isLive || needsItem || (writes && !mayWrite)}
        onPress={take}
      >
        {t(writes ? 'take' : 'noted')}
      </Button>
      {decision?.what === 'declined' ? null : (
        <Button isDisabled={!isLive} onPress={() => deciding.mutate('declined')}>
          {t('decline')}
        </Button>
      )}
      {needsItem ? <span className="micro">{t('itemFirst')}</span> : null}
      {writes && !mayWrite ? <span className="micro">{t('notNow')}</span> : null}
    </div>
  )
}
