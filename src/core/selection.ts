/**
 * What a reader pointed at (a bar, a tile, a skill, a knowledge gap), and the questions that list what is behind it. The list's total is
 * the number that was pointed at wherever that number counts conversations.
 */
import type { CalendarGrain, ConversationsQuery, DateRange, Filters, MetricsQuery, WeekStart } from './query.js';

/** What a question was asked about. */
export interface SelectionScope {
  range: DateRange;
  timeZone: string;
  weekStart: WeekStart;
  filters: Filters;
  /** Unset: the source's clock. */
  now: string | undefined;
}

export type ScopeName = keyof SelectionScope;

/** Settings as they stand on a widget or provider; unset ones are left to what is around it. */
export interface ScopeSettings {
  /** A preset or two dates. */
  range: string | undefined;
  timeZone: string | undefined;
  weekStart: WeekStart | undefined;
  filters: Filters | undefined;
  now: string | undefined;
}

export interface Selection {
  /** Unset: conversations themselves, as `total-volume`. */
  metric?: string;
  /** A bar: the label of its bucket and half open instants. */
  bucket?: { label: string; grain: CalendarGrain; from: string; to: string };
  /** Groups of the bar, or what is beside them. */
  group?: { dimension: string; values: readonly string[]; isRest: boolean };
  /** Only these conversations, with the words that say which they are. */
  only?: { ids: readonly string[]; topic: string };
  /** What the widget had asked. */
  asked: SelectionScope;
  /** What differs from what holds around the list, because somebody between them set it. */
  own: readonly ScopeName[];
}

const SCOPE_NAMES: readonly ScopeName[] = ['range', 'timeZone', 'weekStart', 'filters', 'now'];

/** What a widget or provider sets itself. Whoever sets zone, week or now sets what its range means, too. */
export function ownNames(settings: { readonly [K in ScopeName]?: unknown }): ScopeName[] {
  const own = SCOPE_NAMES.filter((name) => settings[name] !== undefined);
  const meansDates = own.some((name) => name === 'timeZone' || name === 'weekStart' || name === 'now');
  return meansDates && !own.includes('range') ? ['range', ...own] : own;
}

/** What the list is about: what holds where the selection was made, `narrowed` by filters of the list itself. */
export function toSelectedSettings(
  { own, asked, group }: Selection,
  around: ScopeSettings,
  narrowed: Filters | undefined,
): ScopeSettings {
  const is = (name: ScopeName): boolean => own.includes(name);
  const filters = narrowFilters((is('filters') ? asked.filters : around.filters) ?? {}, narrowed ?? {});
  return {
    range: is('range') ? `${asked.range.from}/${asked.range.to}` : around.range,
    timeZone: is('timeZone') ? asked.timeZone : around.timeZone,
    weekStart: is('weekStart') ? asked.weekStart : around.weekStart,
    now: is('now') ? asked.now : around.now,
    filters: group ? narrowFilters(filters, toGroupFilters(group)) : filters,
  };
}

function toGroupFilters({ dimension, values, isRest }: NonNullable<Selection['group']>): Filters {
  return { [isRest ? `!${dimension}` : dimension]: [...values] };
}

/** Filters that both let pass. An empty list lets nothing pass. */
function narrowFilters(filters: Filters, more: Filters): Filters {
  const narrowed = { ...filters };
  for (const [name, values] of Object.entries(more)) {
    const before = filters[name];
    narrowed[name] = !before
      ? values
      : name.startsWith('!')
        ? [...new Set([...before, ...values])]
        : values.filter((value) => before.includes(value));
  }
  return narrowed;
}

/** Whether nothing can pass: a filter that takes none of its dimension's values. */
export function letsNothingPass(filters: Filters): boolean {
  return Object.entries(filters).some(([name, values]) => values.length === 0 && !name.startsWith('!'));
}

/** Whether filters can say the group: a record with several values may be in a group that a filter on the same dimension does not name. */
export function isExpressible(group: Selection['group'], filters: Filters, isMultiValued: boolean): boolean {
  if (!group || group.isRest || !isMultiValued) return true;
  const asked = filters[group.dimension];
  return !asked || (asked.length === 1 && group.values.length === 1 && asked[0] === group.values[0]);
}

/** The list behind the selection, for its filters. */
export function toSelectedList(
  { metric, bucket, only }: Selection,
  filters: Filters,
): Pick<ConversationsQuery, 'metric' | 'fromInstant' | 'toInstant' | 'ids'> {
  const ids = letsNothingPass(filters) ? [] : only?.ids;
  return {
    ...(metric !== undefined && { metric }),
    ...(bucket && { fromInstant: bucket.from, toInstant: bucket.to }),
    ...(ids && { ids: [...ids] }),
  };
}

/** What to ask for the number that was pointed at; `readSelectedValue` finds it in the answer. */
export function toSelectedMetric({
  metric = 'total-volume',
  bucket,
}: Selection): Pick<MetricsQuery, 'metrics' | 'grain'> {
  return { metrics: [metric], ...(bucket && { grain: bucket.grain }) };
}

/** `null`: nothing measured, or the bucket is gone. */
export function readSelectedValue(
  { metric = 'total-volume', bucket }: Selection,
  answer: { buckets?: string[]; metrics: Record<string, { value: number | null; byBucket?: (number | null)[] }> },
): number | null {
  const numbers = answer.metrics[metric];
  if (!bucket) return numbers?.value ?? null;
  const place = answer.buckets?.indexOf(bucket.label) ?? -1;
  return numbers?.byBucket?.[place] ?? null;
}

/** Whether other filters leave the selection as it is: a reader who filters by the group's own dimension has moved on. */
export function survivesFilters({ group }: Selection, before: Filters, after: Filters): boolean {
  if (!group) return true;
  return [group.dimension, `!${group.dimension}`].every(
    (name) => (before[name] ?? []).join() === (after[name] ?? []).join(),
  );
}
