import { Bar, EmptyState, LinkButton, Page } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'

/** There is nothing at this address, or nothing that is open to the reader: both look the same. */
export function NotFoundPage() {
  const { t } = useWords()
  return (
    <Page
      title={t('page.notFound')}
      layout="narrow"
      bar={
        <Bar>
          <BarEnd />
        </Bar>
      }
    >
      <EmptyState headingLevel={1} title={t('page.notFound')} text={t('page.notFoundText')}>
        <LinkButton href="/" variant="primary">
          {t('home')}
        </LinkButton>
      </EmptyState>
    </Page>
  )
}
