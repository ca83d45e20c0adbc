import type { Standing } from '../../../shared/record/index.ts'
import { folded } from './plainWords.ts'

/** The group's operative words, with the forms in which minutes have them; English and French. From strong to weak. */
const ladder: readonly (readonly [string, RegExp])[] = [
  ['adopted', /^(?:adopt(?:s|ed)?|adopte(?:nt|e|es|s)?|ratif(?:y|ied|ies)|ratifie(?:nt|e|es|s)?)$/],
  [
    'decided',
    /^(?:decid(?:e|es|ed)|resolv(?:e|es|ed)|determined|decide(?:nt|e|es|s)?|arrete(?:nt)?|approv(?:e|es|ed)|approuve(?:nt|e|es|s)?|accepted|accepts|accepte(?:nt|e|es|s)?|endors(?:e|es|ed)|valide(?:nt|e|es|s)?|voted|vote(?:nt)?|elected|elit|appointed|nomme(?:nt|e|s)?|designe(?:nt|e|s)?)$/,
  ],
  ['agreed', /^(?:agree|agrees|agreed|convien(?:t|nent)|convenu(?:e|es|s)?|s'accorde(?:nt)?)$/],
  ['called upon', /^(?:called upon|calls upon|called on|calls on|appelle(?:nt)? a)$/],
  ['requested', /^(?:request(?:s|ed)?|demande(?:nt)?|asks|asked)$/],
  ['recommended', /^(?:recommend(?:s|ed)?|recommande(?:nt|e|es|s)?|preconise(?:nt)?)$/],
  ['invited', /^(?:invit(?:e|es|ed)|invite(?:nt)?)$/],
  ['encouraged', /^(?:encourag(?:e|es|ed)|encourage(?:nt)?)$/],
  ['welcomed', /^(?:welcom(?:e|es|ed)|se felicite(?:nt)? de|salue(?:nt)?)$/],
  ['reaffirmed', /^(?:reaffirm(?:s|ed)?|reaffirme(?:nt)?)$/],
  ['confirmed', /^(?:confirm(?:s|ed)?|confirme(?:nt|e|es|s)?)$/],
  ['emphasized', /^(?:emphasi[sz](?:e|es|ed)|insiste(?:nt)? sur)$/],
  ['underscored', /^(?:underscor(?:e|es|ed)|underlined|souligne(?:nt)?)$/],
  ['highlighted', /^(?:highlight(?:s|ed)?|met en avant|mettent en avant)$/],
  ['recognised', /^(?:recogni[sz](?:e|es|ed)|acknowledged?|reconna(?:it|issent))$/],
  ['took note', /^(?:took note(?: of)?|takes note(?: of)?|prend acte(?: de)?|prennent acte(?: de)?|prend note(?: de)?)$/],
  ['noted', /^(?:not(?:e|es|ed)|note(?:nt)?|received|constate(?:nt)?)$/],
]

/** The operative word for a verb of the text, or null where the ladder has none. */
export function operativeWord(verb: string): string | null {
  const plain = folded(verb).replace(/\s+/g, ' ').trim()
  return ladder.find(([, forms]) => forms.test(plain))?.[0] ?? null
}

const stated: readonly (readonly [Standing, RegExp])[] = [
  [
    'noAgreement',
    /\b(?:no (?:agreement|consensus)(?: was| has been)?(?: reached)?|not agreed|did not agree|could not agree|motion (?:failed|defeated|lost)|not carried|was (?:rejected|defeated)|pas (?:de consensus|d'accord)|aucun consensus|desaccord|rejetee?|n'est pas adoptee?)\b/,
  ],
  [
    'deferred',
    /\b(?:deferred|postponed|tabled|put off|punted|carried over to|held over|reportee?s? a|est reportee?|ajournee?)\b/,
  ],
  ['bracketed', /\b(?:in (?:square )?brackets|entre crochets)\b/],
  [
    'agreed',
    /\b(?:agreed|approved|adopted|resolved|ratified|endorsed|accepted|carried|passed|unanimous(?:ly)?|by (?:rough )?consensus|consensus (?:reached|was reached)|without objection|no objections?|approuvee?s?|adoptee?s?|validee?s?|acceptee?s?|convenue?s?|a l'unanimite|par consensus|decide a l'unanimite)\b/,
  ],
]

/** How firm the words themselves say it is; null where they do not say. */
export function statedStanding(words: string): Standing | null {
  return stated.find(([, pattern]) => pattern.test(folded(words)))?.[0] ?? null
}
