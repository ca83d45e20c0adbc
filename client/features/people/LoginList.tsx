import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LoginAnswer } from '../../../shared/protocol/index.ts'
import { accountApi } from '../../sync/index.ts'
import { Button, FormError, Loaded, State } from '../../ui/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'
import styles from './OwnAccount.module.css'

const queryKey = ['account', 'sessions'] as const

/** Where one is signed in; a device that one does not know, or has left somewhere, is signed out from here. */
export function LoginList() {
  const { t } = useWords('people')
  const client = useQueryClient()
  const logins = useQuery({ queryKey, queryFn: accountApi.logins })
  const refresh = () => client.invalidateQueries({ queryKey })
  const endOne = useMutation({ mutationFn: accountApi.endLogin, onSettled: refresh })
  const endOthers = useMutation({ mutationFn: accountApi.endOtherLogins, onSettled: refresh })
  return (
    <section className={styles.section}>
      <h2>{t('account.sessions')}</h2>
      <p className={styles.text}>{t('account.sessionsText')}</p>
      <Loaded asked={logins} shape={['long', 'long']}>
        {({ items }) => (
          <>
            <ul className={styles.list}>
              {items.map((login) => (
                <LoginLine key={login.loginId} login={login} onEnd={() => endOne.mutate(login.loginId)} />
              ))}
            </ul>
            {items.length > 1 ? <Button onPress={() => endOthers.mutate()}>{t('account.endOthers')}</Button> : null}
          </>
        )}
      </Loaded>
      <FormError error={endOne.error ?? endOthers.error} />
    </section>
  )
}

interface LoginLineProps {
  readonly login: LoginAnswer
  readonly onEnd: () => void
}

function LoginLine({ login, onEnd }: LoginLineProps) {
  const { t, locale } = useWords('people')
  const { browser, system } = login
  const device = browser && system ? t('account.device', { browser, system }) : (browser ?? system ?? t('account.unknownDevice'))
  return (
    <li>
      <span className={styles.main}>
        <b>{device}</b>
        <span className={styles.sub}>
          {t('account.since', { date: formatMoment(Date.parse(login.since), locale) })}
          {' · '}
          {t('account.until', { date: formatMoment(Date.parse(login.until), locale) })}
        </span>
      </span>
      {login.own ? <State tone="ok">{t('account.thisDevice')}</State> : <Button onPress={onEnd}>{t('account.end')}</Button>}
    </li>
  )
}
