import { useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'

/** How notes may call whoever has the floor: by name, by type, or not at all, as the meeting's rule of attribution says. */
export function useSpeaker(): string | null {
  const { t } = useWords()
  const speaker = useSession((session) => session.floor.speaking?.request.speaker ?? null)
  const attribution = useSession((session) => session.head.attribution)
  if (speaker === null || attribution === null) return null
  switch (attribution) {
    case 'named':
      return speaker.name
    case 'delegationType':
      return speaker.type === null ? null : t(`type.${speaker.type}`)
    case 'none':
      return null
  }
}
