const storageKey = 'rapporteur.singleKeys'

/** Whether single-letter keys are on; kept on this device. */
export function areSingleKeysOn(storage: Pick<Storage, 'getItem'>): boolean {
  try {
    return storage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

/** Switches single-letter keys; where nothing can be stored they stay on. */
export function switchSingleKeys(storage: Pick<Storage, 'setItem'>, on: boolean): void {
  try {
    storage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Storage may be full or switched off.
  }
}
