/**
 * One protection that is switched off: the text `from` in `file` becomes `to`. Each of `tests` is a file and, behind blanks, the rules in
 * it that are to notice: one of them has to turn red.
 */
export const off = (name, file, from, to, ...tests) => ({ name, file, from, to, tests })
