import { useQuery } from '@tanstack/react-query'
import type { GroupAnswer, HandoverAnswer } from '../../../shared/protocol/index.ts'
import { onwardQueries } from '../../sync/index.ts'
import { Button, Icon, Loaded, PageTitle, Section } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CirculatedLines } from './CirculatedLines.tsx'
import { Conventions } from './Conventions.tsx'
import styles from './Handover.module.css'
import { MeetingLines } from './MeetingLines.tsx'
import { NextSteps } from './NextSteps.tsx'
import { Offices } from './Offices.tsx'
import { OpenLines } from './OpenLines.tsx'

export interface HandoverProps {
  readonly group: GroupAnswer
}

/** The group on one page for whoever coordinates it next; it prints as it stands. */
export function Handover({ group }: HandoverProps) {
  const { t } = useWords('onward')
  const asked = useQuery(onwardQueries.handover(group.groupId))
  return (
    <>
      <div className={styles.top}>
        <PageTitle sub={t('handoverSub')}>{`${t('handoverTitle')}: ${group.name}`}</PageTitle>
        <span className={styles.print}>
          <Button onPress={() => window.print()}>
            <Icon name="print" />
            {t('print')}
          </Button>
        </span>
      </div>
      <Loaded asked={asked}>{(handover) => <Parts group={group} handover={handover} />}</Loaded>
    </>
  )
}

function Parts({ group, handover }: HandoverProps & { readonly handover: HandoverAnswer }) {
  const { t } = useWords('onward')
  return (
    <div className={styles.columns}>
      <div>
        <Section title={t('stepsTitle')}>
          <NextSteps groupId={group.groupId} steps={handover.steps} />
        </Section>
        <Section title={t('openTitle')}>
          <OpenLines handover={handover} />
        </Section>
        <Section title={t('circulatedTitle')}>
          <CirculatedLines circulated={handover.circulated} />
        </Section>
      </div>
      <div>
        <Section title={t('meetingsTitle')}>
          <MeetingLines last={handover.last} next={handover.next} />
        </Section>
        <Section title={t('officesTitle')}>
          <Offices handover={handover} />
        </Section>
        <Section title={t('conventionsTitle')}>
          <Conventions about={handover.group} />
        </Section>
      </div>
    </div>
  )
}
