import { registerSW } from 'virtual:pwa-register'
import { useEffect, useState } from 'react'
import { Banner, Button } from '../ui/index.ts'
import { useWords } from '../words/index.ts'

/** Offers a new release of the product; it never changes the page under somebody who writes. */
export function NewRelease() {
  const { t } = useWords()
  const [update, setUpdate] = useState<(() => void) | null>(null)
  useEffect(() => {
    const activate = registerSW({ onNeedRefresh: () => setUpdate(() => () => void activate(true)) })
  }, [])
  if (update === null) return null
  return (
    <Banner
      tone="info"
      icon="sync"
      action={
        <span className="row">
          <Button onPress={update}>{t('page.reload')}</Button>
          <Button variant="ghost" onPress={() => setUpdate(null)}>
            {t('page.later')}
          </Button>
        </span>
      }
    >
      {t('page.newRelease')}
    </Banner>
  )
}
