/** What widgets share through the nearest provider: where numbers come from, what is asked of them, and what the user selected. */
import { ContextConsumer, ContextProvider, ContextRoot, createContext } from '@lit/context';
import type { LitElement } from 'lit';
import type { Mark } from '../core/marks.js';
import type { Product } from '../core/live-state.js';
import type { Filters, WeekStart } from '../core/query.js';
import type { ScopeSettings, Selection } from '../core/selection.js';
import type { MetricsSource } from '../sources/metrics-source.js';

/** Unset fields leave the decision to the widget's own attributes and the defaults. */
export interface MetricsScope {
  source: MetricsSource | undefined;
  /** What the numbers are about: with the same subject another source continues the same numbers, and the last ones stay until it answers. */
  subject: unknown;
  range: string | undefined;
  compare: string | undefined;
  timeZone: string | undefined;
  weekStart: WeekStart | undefined;
  /** An instant that stands for now. */
  now: string | undefined;
  filters: Filters | undefined;
  /** Dates with a name for the charts over time. */
  marks: readonly Mark[] | undefined;
  /** Seconds between refreshes while visible. */
  refresh: number | undefined;
  /** Rises when everything is to be asked again. */
  version: number;
  /** The page around shows the notices that hold for all widgets, as that nothing is collected any more. */
  hasPageNotices: boolean;
  /** Why none of the widgets could be loaded, which the provider announces once for all of them. */
  failure: { error: unknown } | undefined;
  /** Takes note of how a widget's questions stand; `undefined`: it has left, or asks nothing. */
  report: ((widget: HTMLElement, standing: Standing | undefined) => void) | undefined;
  /** Whose going live decides whether there is anything to show. Unset: the agent's. */
  product: Product | undefined;
  /** What the list of conversations is to show. */
  selected: Selected | undefined;
  /** The settings of the provider that keeps the selection. */
  around: ScopeSettings | undefined;
  /** Shows what is behind a selection in the lists; `undefined` takes it back. */
  select: ((selected: Selected | undefined) => void) | undefined;
}

/** How the questions of a widget stand: the failure of all of them is its own. */
export interface Standing {
  kind: 'loading' | 'ready' | 'failed';
  error?: unknown;
}

/** A selection, and the control it came from, which gets the focus back. */
export interface Selected {
  selection: Selection;
  origin: HTMLElement | undefined;
}

// A registered symbol, so that two copies of the kit on one page share their providers.
const metricsContext = createContext<MetricsScope | undefined>(Symbol.for('agent-metrics-kit:scope'));

let root: ContextRoot | undefined;

/** Keeps the requests of widgets that were defined before their provider, and hands them over when it comes. */
function keepRequests(): void {
  if (root || typeof document === 'undefined') return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}

/** Follows the nearest provider; `value` is `undefined` without one. */
export function consumeScope(host: LitElement): { readonly value?: MetricsScope | undefined } {
  keepRequests();
  // Outside a provider nobody answers, and the value of an earlier one would stay.
  host.addController({ hostConnected: () => (consumer.value = undefined) });
  const consumer = new ContextConsumer(host, { context: metricsContext, subscribe: true });
  return consumer;
}

/** Shares a scope with everything inside the host. */
export function provideScope(host: LitElement): { setValue(scope: MetricsScope): void } {
  return new ContextProvider(host, { context: metricsContext });
}
