import { PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { LoginList } from './LoginList.tsx'
import { PasswordChange } from './PasswordChange.tsx'
import { TokenList } from './TokenList.tsx'

export interface OwnAccountProps {
  readonly name: string
  readonly email: string
}

/** One's own account: where one is signed in, the password, tokens of programs. */
export function OwnAccount({ name, email }: OwnAccountProps) {
  const { t } = useWords('people')
  return (
    <>
      <PageTitle sub={`${name}, ${email}`}>{t('account.title')}</PageTitle>
      <LoginList />
      <PasswordChange />
      <TokenList />
    </>
  )
}
