/** Whose keys they are: a text's, a menu's or dialog's own, or the page's. */
export function placeOf(target: EventTarget | null): 'text' | 'own' | 'page' {
  if (!(target instanceof Element)) return 'page'
  if (target.closest('[role=menu], [role=listbox], [role=dialog], [role=alertdialog]') !== null) return 'own'
  if (target instanceof HTMLElement && target.isContentEditable) return 'text'
  return target.closest('input, textarea, select') === null ? 'page' : 'text'
}
