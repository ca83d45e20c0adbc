/** Time as minutes and seconds, with hours where there are any: "9:40", "1:02:05". Figures of the interface, not words. */
export function minuteClock(ms: number): string {
  const all = Math.floor(Math.max(0, ms) / 1000)
  const two = (figure: number) => String(figure).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  return hours === 0 ? `${minutes}:${two(seconds)}` : `${hours}:${two(minutes)}:${two(seconds)}`
}
