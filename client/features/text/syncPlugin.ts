import type { Plugin, PluginSpec } from '@tiptap/pm/state'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

interface Binding {
  beforeTransactionSelection: unknown
  _observeFunction: (events: Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction) => void
  _forceRerender(): void
  /** Runs `act` unless called from within itself. */
  mux(act: () => void): void
}

/**
 * The editor's binding to a shared text, made safe. When y-tiptap 3.0.9 puts the caret back after somebody else's update it can
 * throw ("Position … out of range"); the page would then go on showing the text of before, and the next key would delete what
 * had just come in. Here the text is drawn afresh instead, and only the caret may jump.
 */
export function syncPlugin(fragment: Y.XmlFragment): Plugin {
  const plugin: Plugin = ySyncPlugin(fragment)
  const init = plugin.spec.state?.init
  if (plugin.spec.state === undefined || init === undefined) throw new Error('The binding has no state')
  plugin.spec.state.init = function initSafely(config, state) {
    const value: unknown = init.call(plugin, config, state)
    if (hasBinding(value)) guard(value.binding)
    return value
  }
  plugin.spec.view = watchFromTheStart(plugin)
  return plugin
}

/**
 * As long as y-tiptap has seen nothing but an empty text it takes an empty editor for one that is not filled yet, and it has not seen
 * what it draws itself on opening: clearing the whole text as the first thing would leave every word in the record. One look at
 * the text, under the lock that keeps it from writing, tells it.
 */
function watchFromTheStart(plugin: Plugin): NonNullable<PluginSpec<unknown>['view']> {
  const open = plugin.spec.view
  if (open === undefined) throw new Error('The binding has no view')
  return (view) => {
    const opened = open.call(plugin, view)
    const value: unknown = plugin.getState(view.state)
    if (hasBinding(value)) value.binding.mux(() => opened.update?.(view, view.state))
    return opened
  }
}

function guard(binding: Binding): void {
  const follow = binding._observeFunction
  binding._observeFunction = (events, transaction) => {
    try {
      follow(events, transaction)
    } catch {
      // What failed is the caret alone: the document has the update already, so drawing it again is the whole repair.
      binding.beforeTransactionSelection = null
      binding._forceRerender()
    }
  }
}

/** y-tiptap keeps its binding in its plugin state; its type there is not told. */
function hasBinding(value: unknown): value is { readonly binding: Binding } {
  return typeof value === 'object' && value !== null && 'binding' in value
}
