import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { queries } from '../../sync/index.ts'
import { Button, EmptyState, Icon, LinkButton, Loaded, PageTitle, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './GroupList.module.css'
import { NewGroupDialog } from './NewGroupDialog.tsx'
import { SampleOffer } from './SampleOffer.tsx'

export interface GroupListProps {
  readonly isAdministrator: boolean
  /** Null for everybody who may not load it. */
  readonly isSampleLoaded: boolean | null
  readonly onOpen: (groupId: string) => void
}

/** The groups one belongs to; an administrator makes new ones here. */
export function GroupList({ isAdministrator, isSampleLoaded, onOpen }: GroupListProps) {
  const { t } = useWords('groups')
  const groups = useQuery(queries.groups())
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <div className="spread wrap">
        <PageTitle>{t('list.title')}</PageTitle>
        <span className="grow" />
        <LinkButton href="/records">
          <Icon name="search" />
          {t('list.records')}
        </LinkButton>
        {isAdministrator ? (
          <Button variant="primary" onPress={() => setNaming(true)}>
            <Icon name="plus" />
            {t('list.new')}
          </Button>
        ) : null}
      </div>
      <Loaded asked={groups} shape={['long', 'long', 'long']}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('list.empty')} text={isAdministrator ? t('list.emptyAdmin') : t('list.emptyText')} />
          ) : (
            <ul className={styles.list}>
              {list.map((group) => (
                <GroupLine key={group.groupId} group={group} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isSampleLoaded === false ? <SampleOffer onLoaded={onOpen} /> : null}
      <NewGroupDialog isOpen={isNaming} onClose={() => setNaming(false)} onCreated={onOpen} />
    </>
  )
}

interface GroupLineProps {
  readonly group: GroupAnswer
}

function GroupLine({ group }: GroupLineProps) {
  const { t } = useWords()
  return (
    <li>
      <TextLink href={`/g/${group.groupId}`} isQuiet className={styles.line}>
        <b dir="auto">{group.name}</b>
        <span className="micro">{t(`role.${group.you.role}`)}</span>
      </TextLink>
    </li>
  )
}
