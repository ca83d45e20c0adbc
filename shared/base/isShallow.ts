/** Whether a value from outside is at most so deep: whoever goes through a deeper one by recursion runs out of stack. */
export function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1))
}
