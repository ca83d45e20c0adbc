import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { Plate, Plates } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

type PartyName = NonNullable<ActionRowAnswer['lead']>

export interface PartyPlatesProps {
  readonly lead: PartyName | null
  readonly partners: readonly PartyName[]
}

/** Who leads, as a nameplate, and who takes part, in grey; whoever has no plate is named in words. */
export function PartyPlates({ lead, partners }: PartyPlatesProps) {
  const { t } = useWords('register')
  if (lead === null && partners.length === 0) return <span className="micro">{t('noLead')}</span>
  return (
    <Plates>
      {lead === null ? null : <Party party={lead} isLead />}
      {partners.map((party) => (
        <Party key={party.delegation ?? party.name} party={party} isLead={false} />
      ))}
    </Plates>
  )
}

function Party({ party, isLead }: { readonly party: PartyName; readonly isLead: boolean }) {
  if (party.code === null) return <bdi className={isLead ? 'small' : 'small muted'}>{party.name}</bdi>
  return <Plate code={party.code} name={party.name} isAway={!isLead} />
}
