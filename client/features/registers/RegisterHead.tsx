import { type ReactNode, useState } from 'react'
import { Button, Icon, PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Register.module.css'
import { SubscribeDialog } from './SubscribeDialog.tsx'

export interface RegisterHeadProps {
  readonly groupId: string
  readonly title: string
  readonly sub: string
  /** The address of the same rows as a file. */
  readonly file: string
  /** Null: there is nothing in it for a calendar. */
  readonly subscribe: { readonly mayHaveToken: boolean } | null
  readonly places?: ReactNode
}

/** The heading of a register, with the ways to carry it elsewhere. */
export function RegisterHead({ groupId, title, sub, file, subscribe, places }: RegisterHeadProps) {
  const { t } = useWords('register')
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.head}>
      <PageTitle sub={sub}>{title}</PageTitle>
      <div className={styles.ways}>
        {places}
        <span className="row wrap">
          <Button onPress={() => fetchFile(file)}>
            <Icon name="download" />
            {t('export')}
          </Button>
          {subscribe === null ? null : (
            <Button onPress={() => setOpen(true)}>
              <Icon name="calendar" />
              {t('subscribe')}
            </Button>
          )}
        </span>
      </div>
      {isOpen && subscribe !== null ? (
        <SubscribeDialog groupId={groupId} mayHaveToken={subscribe.mayHaveToken} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  )
}

/** A download of the browser's own: what fails there is shown there, and this page stays. */
function fetchFile(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
