import { Bar, Button, EmptyState, LinkButton, Page } from '../../ui/index.ts'
import { useProblem, useWords } from '../../words/index.ts'

export interface PageErrorProps {
  readonly error: unknown
}

/** The page itself failed: plain words, one way forward, the server's reference when there is one. */
export function PageError({ error }: PageErrorProps) {
  const { t } = useWords()
  const describe = useProblem()
  const { reference } = describe(error)
  return (
    <Page title={t('page.error')} layout="narrow" bar={<Bar />}>
      <EmptyState headingLevel={1} role="alert" title={t('page.error')} text={t('page.errorText')} note={reference ?? undefined}>
        <Button variant="primary" onPress={() => window.location.reload()}>
          {t('retry')}
        </Button>
        <LinkButton href="/">{t('home')}</LinkButton>
      </EmptyState>
    </Page>
  )
}
