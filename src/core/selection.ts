/**
 * What a reader pointed at (a bar, a tile, a skill, a knowledge gap), and the questions that list what is behind it. The list's total is
 * the number that was pointed at wherever that number counts conversations.
 */
import type { CalendarGrain, ConversationsQuery, DateRange, Filters, MetricsQuery, WeekStart } from './query.js';

/** The dates, zone and filters of a question. */
export interface SelectionScope {
  range: DateRange;
  timeZone: string;
  filters: Filters;
}

export interface Selection {
  /** Unset: conversations themselves, as `total-volume`. */
  metric?: string;
  /** A bar: the label of its bucket and half open instants. */
  bucket?: { label: string; grain: CalendarGrain; from: string; to: string };
  /** One group of the bar, or the rest beside the groups in `values`. */
  group?: { dimension: string; values: readonly string[]; isRest: boolean };
  /** Only these conversations, with the words that say which they are. */
  only?: { ids: readonly string[]; topic: string };
  /** What the widget had asked. */
  asked: SelectionScope;
  /** Which of these differ from what the list's surroundings say, because somebody between them set them. */
  own: readonly (keyof SelectionScope)[];
}

/** The scope of the list: its own, with what the selection brings along. */
export function toSelectedScope(scope: SelectionScope, { own, asked, group }: Selection): SelectionScope {
  const pick = <K extends keyof SelectionScope>(name: K): SelectionScope[K] => (own.includes(name) ? asked[name] : scope[name]);
  return { range: pick('range'), timeZone: pick('timeZone'), filters: withGroup(pick('filters'), group) };
}

/** Filters that only the group passes. */
function withGroup(filters: Filters, group: Selection['group']): Filters {
  if (!group) return filters;
  const { dimension, values, isRest } = group;
  if (!isRest) return { ...filters, [dimension]: [...values] };
  const name = `!${dimension}`;
  return { ...filters, [name]: [...new Set([...(filters[name] ?? []), ...values])] };
}

/** The list behind the selection. */
export function toSelectedList({ metric, bucket, only }: Selection): Pick<ConversationsQuery, 'metric' | 'fromInstant' | 'toInstant' | 'ids'> {
  return {
    ...(metric !== undefined && { metric }),
    ...(bucket && { fromInstant: bucket.from, toInstant: bucket.to }),
    ...(only && { ids: [...only.ids] }),
  };
}

/** The number that was pointed at, to be asked again; `readSelectedValue` finds it in the answer. */
export function toSelectedMetric({ metric = 'total-volume', bucket }: Selection, scope: SelectionScope, weekStart: WeekStart): MetricsQuery {
  const { range, timeZone, filters } = scope;
  return { metrics: [metric], ...range, timeZone, weekStart, filters, ...(bucket && { grain: bucket.grain }) };
}

/** `null`: nothing measured, or the bucket is gone. */
export function readSelectedValue({ metric = 'total-volume', bucket }: Selection, answer: { buckets?: string[]; metrics: Record<string, { value: number | null; byBucket?: (number | null)[] }> }): number | null {
  const numbers = answer.metrics[metric];
  if (!bucket) return numbers?.value ?? null;
  const place = answer.buckets?.indexOf(bucket.label) ?? -1;
  return numbers?.byBucket?.[place] ?? null;
}

/** Whether other filters leave the selection as it is: a reader who filters by the group's own dimension has moved on. */
export function survivesFilters({ group }: Selection, before: Filters, after: Filters): boolean {
  if (!group) return true;
  return [group.dimension, `!${group.dimension}`].every((name) => (before[name] ?? []).join() === (after[name] ?? []).join());
}
