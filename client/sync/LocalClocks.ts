/** The clocks of this device, handed in so that tests can turn them. */
export interface LocalClocks {
  /** What the device holds for the hour, ms since 1970: may be wrong by hours, and may jump. */
  readonly wall: () => number
  /** Ms since some start: never jumps, but stands still while some devices sleep. */
  readonly steady: () => number
  /** Calls back once, after so many ms; answers with the way to call it off. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** Whether anybody can see the page. */
export interface PageSight {
  readonly isHidden: () => boolean
  /** Calls back each time the page can be seen again; answers with the way to stop that. */
  readonly onShown: (run: () => void) => () => void
}

/** The clocks as a browser has them. */
export const browserClocks: LocalClocks = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** The page of this browser's tab. */
export const browserPage: PageSight = {
  isHidden: () => document.hidden,
  onShown: (run) => {
    const look = () => {
      if (!document.hidden) run()
    }
    document.addEventListener('visibilitychange', look)
    // A page that comes back out of the browser's own keeping changes no visibility in every browser.
    window.addEventListener('pageshow', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pageshow', look)
    }
  },
}
