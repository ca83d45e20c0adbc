import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { accountApi } from '../../sync/index.ts'
import { Button, FormError } from '../../ui/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'
import styles from './OwnAccount.module.css'

const queryKey = ['account', 'tokens'] as const

/** The tokens that programs use in one's name. Whoever has none is not told of them. */
export function TokenList() {
  const { t, locale } = useWords('people')
  const client = useQueryClient()
  const tokens = useQuery({ queryKey, queryFn: accountApi.tokens })
  const end = useMutation({ mutationFn: accountApi.endToken, onSettled: () => client.invalidateQueries({ queryKey }) })
  const items = tokens.data?.items ?? []
  if (items.length === 0) return null
  const moment = (text: string) => formatMoment(Date.parse(text), locale)
  return (
    <section className={styles.section}>
      <h2>{t('account.tokens')}</h2>
      <p className={styles.text}>{t('account.tokensText')}</p>
      <ul className={styles.list}>
        {items.map((token) => (
          <li key={token.tokenId}>
            <span className={styles.main}>
              <b>{t('account.tokenSince', { date: moment(token.since) })}</b>
              <span className={styles.sub}>
                {token.expiresAt === null ? t('account.noEnd') : t('account.until', { date: moment(token.expiresAt) })}
              </span>
            </span>
            <Button onPress={() => end.mutate(token.tokenId)}>{t('account.endToken')}</Button>
          </li>
        ))}
      </ul>
      <FormError error={end.error} />
    </section>
  )
}
