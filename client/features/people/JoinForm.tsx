import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClaimAnswer, PreviewAnswer } from '../../../shared/protocol/index.ts'
import { ApiRefused, api } from '../../sync/index.ts'
import { Button, EmptyState, FormError, LinkButton, Plate, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AroundName } from './AroundName.tsx'
import { FormFrame } from './FormFrame.tsx'
import styles from './JoinForm.module.css'

export interface JoinFormProps {
  readonly secret: string
  readonly preview: PreviewAnswer
  /** The name of whoever is signed in on this browser; they come in as themselves. */
  readonly accountName: string | null
  readonly onClaimed: (claim: ClaimAnswer) => void
}

/** Takes a seat: name and function, no account. */
export function JoinForm({ secret, preview, accountName, onClaimed }: JoinFormProps) {
  const { t } = useWords('people')
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const [isChecked, setChecked] = useState(false)
  const asksName = accountName === null && !preview.claimed
  const claim = useMutation({
    mutationFn: () =>
      api.claimSeat({
        secret,
        ...(asksName ? { name: name.trim() } : {}),
        ...(asksName && position.trim() !== '' ? { function: position.trim() } : {}),
      }),
    onSuccess: onClaimed,
  })
  if (claim.error instanceof ApiRefused && (claim.error.code === 'ended' || claim.error.code === 'notFound')) {
    return <EmptyState title={t('join.ended')} text={t('join.endedText')} role="alert" />
  }
  const submit = () => {
    setChecked(true)
    if ((!asksName || name.trim() !== '') && !claim.isPending) claim.mutate()
  }
  return (
    <FormFrame
      title={t('join.title')}
      text={preview.meeting ? t('join.textMeeting') : t('join.textGroup')}
      onSubmit={submit}
      headingLevel={2}
    >
      {asksName ? (
        <>
          <TextField
            label={t('field.name')}
            name="name"
            autoComplete="name"
            placeholder={t('field.namePlaceholder')}
            value={name}
            onChange={setName}
            error={isChecked && name.trim() === '' ? t('field.nameMissing') : null}
            maxLength={120}
          />
          <TextField
            label={t('field.function')}
            name="function"
            autoComplete="organization-title"
            value={position}
            onChange={setPosition}
            help={t('field.functionHelp')}
            maxLength={120}
            isOptional
          />
        </>
      ) : null}
      <SeenAs preview={preview} accountName={accountName} />
      <FormError error={claim.error} />
      <Button type="submit" variant="primary" size="big" isWide isPending={claim.isPending}>
        {preview.meeting ? t('join.enterMeeting') : t('join.enterGroup')}
      </Button>
      {accountName === null ? <SignInInstead /> : null}
      <p className="micro">{t('join.privacy')}</p>
    </FormFrame>
  )
}

interface SeenAsProps {
  readonly preview: PreviewAnswer
  readonly accountName: string | null
}

function SeenAs({ preview, accountName }: SeenAsProps) {
  const { t } = useWords('people')
  const rights =
    preview.role === 'observer' ? t('join.mayRead') : preview.role === 'participant' ? t('join.mayWrite') : t('join.mayRun')
  const { delegation } = preview
  return (
    <div className={styles.seen}>
      {delegation ? <Plate code={delegation.code} colour={1} /> : null}
      <span>
        {preview.claimed ? `${t('join.back')} ` : null}
        {accountName !== null && !preview.claimed ? (
          <>
            <AroundName sentence={(name) => t('join.asAccount', { name })} name={accountName} />{' '}
          </>
        ) : null}
        {delegation ? (
          <AroundName sentence={(name) => t('join.seenAs', { name })} name={delegation.name} />
        ) : (
          t('join.noDelegation')
        )}{' '}
        {rights}
      </span>
    </div>
  )
}

function SignInInstead() {
  const { t } = useWords('people')
  const common = useWords()
  return (
    <>
      <div className={styles.or}>{common.t('or')}</div>
      <LinkButton href="/sign-in?to=/join" size="big" isWide>
        {t('join.signIn')}
      </LinkButton>
    </>
  )
}
