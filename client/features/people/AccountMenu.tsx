import { useState } from 'react'
import { ConfirmDialog, Icon, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface AccountMenuProps {
  readonly name: string
  readonly isGuest: boolean
  /** How many changes this device still keeps unsent; asked before anything is deleted. */
  readonly countWaiting: () => Promise<number>
  readonly onSignOut: () => void
}

/** Who one is here, and the way out. Signing out asks first when words wait on this device (DECIDED 19). */
export function AccountMenu({ name, isGuest, countWaiting, onSignOut }: AccountMenuProps) {
  const { t } = useWords()
  const [waiting, setWaiting] = useState(0)
  const ask = async () => {
    const count = await countWaiting()
    if (count === 0) onSignOut()
    else setWaiting(count)
  }
  const signOut = { id: 'signOut', label: t('signOut'), icon: 'signOut' } as const
  return (
    <>
      <MenuButton<'account' | 'signOut'>
        variant="ghost"
        label={`${t('account')}: ${name}`}
        heading={isGuest ? `${name} (${t('guest')})` : name}
        entries={isGuest ? [signOut] : [{ id: 'account', label: t('account'), icon: 'person', href: '/account' }, signOut]}
        onAction={(id) => {
          if (id === 'signOut') void ask()
        }}
      >
        <Icon name="person" />
      </MenuButton>
      <ConfirmDialog
        title={t('signOut.title')}
        text={t('signOut.text', { count: waiting })}
        verb={t('signOut.anyway')}
        isOpen={waiting > 0}
        onConfirm={onSignOut}
        onClose={() => setWaiting(0)}
      />
    </>
  )
}
