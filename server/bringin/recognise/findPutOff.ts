import type { Found, Scene } from './Found.ts'
import { placedLines, placeOf, withoutNick } from './lineWords.ts'
import { folded, sentencesOf } from './plainWords.ts'

const whole =
  /^[\s([*_]*(?:this item |item |discussion |topic )?(?:was |is |has been |to be )?(?:punted|deferred|postponed|put off|tabled|held over|moved|carried over|skipped|not discussed|not reached|did not get to|reportee?|ajournee?|point reporte|item deferred|non traitee?|non abordee?)\b[^.]{0,80}[\s).\]*_]*$/

const said =
  /\b(?:(?:this|the) (?:item|matter|discussion|point|topic)|(?:the )?discussion|(?:ce|le) (?:point|sujet)(?: [^.,]{1,50})?|(?:cette|la) question(?: [^.,]{1,50})?)\s+(?:was|is|has been|est|sera|a ete)\s+(?:therefore |again |then )?(?:put back|put off|deferred|postponed|held over|tabled|carried over|reportee?|ajournee?|remise?)\b/

/** Items of which a line of its own says that they were put off. */
export function findPutOff(scene: Scene): readonly Found<'putOff'>[] {
  return placedLines(scene).flatMap(({ line, section }): readonly Found<'putOff'>[] => {
    const text = withoutNick(line.text)
    const [sentence, ...more] = sentencesOf(text)
    if (sentence === undefined) return []
    const isWhole = more.length === 0 && text.length <= 110 && whole.test(folded(text))
    // "No agreement was reached, and the item was put back."
    if (
      !isWhole &&
      !sentencesOf(text).some(
        (one) =>
          said.test(folded(one)) || /^[^.]{0,80}\b(?:and|et) the item was (?:put back|deferred|postponed)/.test(folded(one)),
      )
    )
      return []
    return [
      {
        kind: 'putOff',
        value: { item: null },
        part: scene.part,
        at: placeOf(line),
        text,
        certainty: 'candidate',
        reason: 'said',
        reasonWords: [],
        section,
      },
    ]
  })
}
