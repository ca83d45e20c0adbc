/** How many passages of a text stand in square brackets, which is to say are not agreed; a lone bracket counts, too. */
export function openBrackets(text: string): number {
  const count = (bracket: string): number => text.split(bracket).length - 1
  return Math.max(count('['), count(']'))
}
