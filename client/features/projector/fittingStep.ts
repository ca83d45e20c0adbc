/** How far words may shrink before they scroll: at the smallest a line is still read from the last row. */
export const fitSteps: readonly number[] = [1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5]

/** The largest step at which everything fits; the smallest when nothing does. In steps, so that letters do not breathe while one types. */
export function fittingStep(fits: (step: number) => boolean): number {
  const smallest = fitSteps.at(-1) ?? 1
  return fitSteps.find((step) => step === smallest || fits(step)) ?? smallest
}
