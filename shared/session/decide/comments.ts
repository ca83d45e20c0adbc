import type { CommandId, Result } from '../../base/index.ts'
import { ok } from '../../base/index.ts'
import type { CommandOf } from '../commands.ts'
import { isOpenObjection } from '../countComments.ts'
import type { SessionEvent } from '../events.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import type { CommentAuthor, RecordComment } from '../version.ts'
import { recalling } from './circulation.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'

/** A comment, correction or objection to one part of the last version, for one's delegation. */
export function makeComment(scene: Scene, command: CommandOf<'comment.make'>): Decided {
  const { state, actor, around } = scene
  const { id, part: key, what, text, suggestion = null } = command
  const version = state.versions.at(-1)
  const part = around.part(key)
  if (version === undefined || part === null) return no('unknownPart', 'There is no such paragraph in this version.')
  if (state.comments.total >= sessionLimits.comments) return no('limitReached', 'This record has too many comments.')
  if (suggestion !== null && suggestion.trim() === part.text.trim()) return sameWords()
  const comment: RecordComment = {
    id,
    version: version.number,
    part: key,
    number: part.number,
    what,
    text,
    before: suggestion === null ? null : part.text,
    suggestion,
    author: authorOf(scene),
    person: actor.person,
    at: around.now,
    answer: null,
    withdrawnAt: null,
  }
  return yes({ kind: 'comment.made', comment })
}

/** Takes back one's own, or that of one's delegation: whoever objected may have left. */
export function withdrawComment(scene: Scene, { comment: id }: CommandOf<'comment.withdraw'>): Decided {
  const found = findComment(scene, id)
  if (!found.ok) return found
  const earlier = found.value
  const { person, delegation } = scene.actor
  const isOfDelegation = delegation !== null && earlier.author?.delegation === delegation.id
  if (earlier.person !== person && !isOfDelegation) return no('notYourComment', 'This is the comment of somebody else.')
  if (earlier.withdrawnAt !== null) return alreadySo()
  const comment = { ...earlier, withdrawnAt: scene.around.now }
  return yes({ kind: 'comment.withdrawn', comment, earlier }, ...breaking(scene, comment, earlier))
}

/** The office's answer, with a word why. What is taken in brings a circulated record back to draft in the same step. */
export function answerComment(scene: Scene, { comment: id, answer, word }: CommandOf<'comment.answer'>): Decided {
  const { state, around, acted } = scene
  const found = findComment(scene, id)
  if (!found.ok) return found
  const earlier = found.value
  if (earlier.withdrawnAt !== null) return no('commentWithdrawn', 'This comment was withdrawn.')
  if (earlier.answer !== null && state.phase === 'adopted') return no('alreadyAnswered', 'This comment has its answer.')
  if (earlier.answer?.answer === answer && earlier.answer.word === word) return alreadySo()
  const comment = { ...earlier, answer: { answer, word, at: around.now, actor: acted } }
  const answered: SessionEvent = { kind: 'comment.answered', comment, earlier }
  const isTaken = answer !== 'notTaken' && state.circulation !== null
  // Observers see why a record was recalled, and no word of a comment: the answer says why here.
  return isTaken ? yes(answered, ...recalling(scene, null)) : yes(answered, ...breaking(scene, comment, earlier))
}

/** The no to new words that are the old ones. */
export function sameWords(): Decided {
  return no('sameWords', 'These are the words that stand there already.')
}

function findComment({ around }: Scene, id: CommandId): Result<RecordComment> {
  const found = around.comment(id)
  return found === null ? no('unknownComment', 'There is no such comment.') : ok(found)
}

/** Objections that end after the deadline were open when it came: silence has been broken. */
function breaking({ state, around }: Scene, comment: RecordComment, earlier: RecordComment): readonly SessionEvent[] {
  const { circulation } = state
  const isLate = circulation !== null && circulation.mode === 'silence' && around.now >= circulation.deadline
  const hasEnded = isOpenObjection(earlier) && !isOpenObjection(comment)
  return isLate && hasEnded && !circulation.isSilenceBroken ? [{ kind: 'silence.broken' }] : []
}

/** Who comments, as far as the attribution rule lets it be kept. */
function authorOf({ state, actor }: Scene): CommentAuthor | null {
  const { delegation } = actor
  const type = delegation?.type ?? null
  switch (state.head.attribution) {
    case 'named':
      return { delegation: delegation?.id ?? null, name: delegation?.name ?? actor.name, code: delegation?.code ?? null, type }
    case 'delegationType':
      return type === null ? null : { delegation: null, name: null, code: null, type }
    case 'none':
      return null
  }
}
