import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, queries } from '../../sync/index.ts'
import { Button, EmptyState, FormError } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './GroupList.module.css'

export interface SampleOfferProps {
  readonly onLoaded: (groupId: string) => void
}

/** Offers the sample group: a real record to look around in. */
export function SampleOffer({ onLoaded }: SampleOfferProps) {
  const { t } = useWords('groups')
  const client = useQueryClient()
  const load = useMutation({
    mutationFn: api.loadSample,
    onSuccess: async (sample) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: queries.groups().queryKey }),
        client.invalidateQueries({ queryKey: queries.session().queryKey }),
      ])
      onLoaded(sample.groupId)
    },
  })
  return (
    <div className={styles.sample}>
      <EmptyState title={t('sample.title')} text={t('sample.text')}>
        <Button onPress={() => load.mutate()} isPending={load.isPending}>
          {t('sample.load')}
        </Button>
      </EmptyState>
      <FormError error={load.error} />
    </div>
  )
}
