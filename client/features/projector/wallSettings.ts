/** How this one screen is set up; kept on this machine and nowhere else. */
export interface WallSettings {
  /** 1 is the size that the screen itself gives. */
  readonly zoom: number
  readonly showsSpeakers: boolean
}

const storageKey = 'rapporteur.wall'
const least = 0.7
const most = 1.6
const step = 0.1

export const plainWall: WallSettings = { zoom: 1, showsSpeakers: true }

/** One step larger or smaller, within what a wall can bear. */
export function zoomed(settings: WallSettings, direction: 1 | -1): WallSettings {
  // Tenths as whole numbers: 0.1 added ten times is not 1.
  const zoom = Math.round((settings.zoom + direction * step) * 10) / 10
  return { ...settings, zoom: Math.min(most, Math.max(least, zoom)) }
}

/** The settings of this machine; what cannot be read counts as not set. */
export function keptWall(storage: Pick<Storage, 'getItem'>): WallSettings {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return plainWall
    const zoom = 'zoom' in kept && typeof kept.zoom === 'number' && kept.zoom >= least && kept.zoom <= most ? kept.zoom : 1
    return { zoom, showsSpeakers: !('showsSpeakers' in kept && kept.showsSpeakers === false) }
  } catch {
    return plainWall
  }
}

/** Keeps the settings; where nothing can be stored they hold as long as the page. */
export function keepWall(storage: Pick<Storage, 'setItem'>, settings: WallSettings): void {
  try {
    storage.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // Storage may be full or switched off.
  }
}
