/** What the breakdown says: pure, from an answer to rows. */
import { formatCsv } from '../../core/format/csv.js';
import { fillText } from '../../core/format/formats.js';
import type { Unit } from '../../core/metrics/definition.js';
import type { MetricAnswer, MetricsAnswer, MetricsQuery } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import { toChange, type ChangeChip } from '../shared/change-words.js';
import { toHead, toPlainNumber } from '../shared/chart/export-chart.js';
import { findDefinition, isAdditive } from '../../core/metrics/find-definition.js';
import { type Words, dimensionInText, dimensionWord, metricWords, missingWord, valueWord } from '../shared/words.js';
import { isAmount, withSamples } from '../../core/metrics/sample-size.js';
import { lowSampleNote } from '../shared/low-sample.js';

export interface BreakdownRow {
  /** The group's value; `undefined` for what the others make together. */
  key: string | undefined;
  label: string;
  /** `null`: nothing was measured. */
  value: number | null;
  previous: number | null | undefined;
  /** Of the total; `null` where groups do not add up. */
  share: number | null;
  /** Length of the bar: the greatest number is 1. */
  lengthOfOne: number;
  /** `undefined`: nothing is compared. `null`: something is, but one of the numbers is missing. */
  change: ChangeChip | null | undefined;
  /** Why the number says little; `undefined`: it rests on enough. */
  few: string | undefined;
}

export interface Breakdown {
  /** The metric in words. */
  label: string;
  unit: Unit;
  rows: BreakdownRow[];
  total: number | null;
  totalChange: ChangeChip | null | undefined;
  hasShares: boolean;
  /** A record in several groups made the rows more than the total. */
  hasSeveral: boolean;
  /** Why there are no rows; `undefined`: there are. */
  hint: string | undefined;
}

const BREAKDOWN_SORTS = ['-value', 'value', 'name', '-name', 'worst', 'best'] as const;
export type BreakdownSort = (typeof BREAKDOWN_SORTS)[number];

/** Throws a `RangeError` for an unknown order. */
export function parseSort(sort: string): BreakdownSort {
  if ((BREAKDOWN_SORTS as readonly string[]).includes(sort)) return sort as BreakdownSort;
  throw new RangeError(`The breakdown cannot be sorted by "${sort}". Use one of: ${BREAKDOWN_SORTS.join(', ')}.`);
}

/** Numbers that rest on fewer rows are marked. */
const MIN_COUNT = 5;

/**
 * The greatest amounts are those of the greatest groups, so a source can cut them and put the rest together. The worst rate may be of the
 * smallest group, and the rate of a rest says nothing: of rates, means and quantiles all groups are asked for, and cut when they are sorted.
 */
export function toBreakdownMetrics(
  metric: string,
  limit: number,
  description: Words['description'],
): Pick<MetricsQuery, 'metrics' | 'limit'> {
  return isAmount(findDefinition(metric, description))
    ? { metrics: [metric], limit }
    : { metrics: withSamples([metric], description) };
}

export function toBreakdown(
  answer: MetricsAnswer,
  query: MetricsQuery,
  sort: string,
  language: string,
  words: Words,
): Breakdown {
  const { messages, formats, description } = words;
  const { groupBy = '', compare } = query;
  const [metric = ''] = query.metrics;
  const definition = findDefinition(metric, description);
  const { unit = 'count', better = 'neither' } = definition ?? {};
  const { value: total = null, previous, reason } = answer.metrics[metric] ?? {};
  const toChip = (now: number | null, before: number | null | undefined) =>
    compare && toChange({ value: now, previous: before, unit, better }, messages, formats);
  const rows = toRows(answer, { metric, groupBy, hasRest: isAmount(definition), toChip }, words);
  return {
    label: metricWords(metric, messages, description).label,
    unit,
    total,
    totalChange: toChip(total, previous),
    ...withShares(
      rows.sort(comparing(resolveSort(sort, better), language)),
      total,
      isAdditive(definition),
      description?.dimensions[groupBy]?.multiValued === true,
    ),
    hint: rows.length > 0 ? undefined : hintOf(reason, groupBy, messages),
  };
}

/** Groups add up to the total unless a record can be in several of them. */
function withShares(
  rows: readonly BreakdownRow[],
  total: number | null,
  isAdditive: boolean,
  isMultiValued: boolean,
): Pick<Breakdown, 'rows' | 'hasShares' | 'hasSeveral'> {
  const sum = rows.reduce((all, { value }) => all + (value ?? 0), 0);
  const whole = isAdditive && !isMultiValued && total !== null && total > 0 ? total : undefined;
  return {
    rows: rows.map((row) => ({ ...row, share: whole === undefined || row.value === null ? null : row.value / whole })),
    hasShares: whole !== undefined,
    hasSeveral: isAdditive && isMultiValued && sum > (total ?? 0),
  };
}

interface RowsContext {
  metric: string;
  groupBy: string;
  /** Whether the number of a rest says anything. */
  hasRest: boolean;
  toChip: (now: number | null, before: number | null | undefined) => ChangeChip | null | undefined;
}

/** A row per group, without its share. */
function toRows(
  { metrics, otherIndex, groups: asked = [] }: MetricsAnswer,
  { metric, groupBy, hasRest, toChip }: RowsContext,
  words: Words,
): BreakdownRow[] {
  const { messages, formats, description } = words;
  const { byGroup, previousByGroup, reason } = metrics[metric] ?? {};
  const groups = byGroup && !reason ? asked : [];
  const isShown = (index: number) => hasRest || index !== otherIndex;
  const lengths = groups.map((_, index) => (isShown(index) ? Math.abs(byGroup?.[index] ?? 0) : 0));
  const longest = Math.max(...lengths);
  return groups.flatMap((group, index): BreakdownRow[] => {
    if (!isShown(index)) return [];
    const isRest = index === otherIndex;
    const [value, previous] = [byGroup?.[index] ?? null, previousByGroup?.[index]];
    return [
      {
        key: isRest ? undefined : group,
        label: isRest ? messages.chart.other : valueWord(groupBy, group, messages, formats, description),
        value,
        previous,
        share: null,
        lengthOfOne: longest > 0 ? lengths[index]! / longest : 0,
        change: toChip(value, previous),
        few: value === null ? undefined : lowSampleNote(metric, metrics, index, { ...words, minCount: MIN_COUNT }),
      },
    ];
  });
}

function hintOf(reason: MetricAnswer['reason'], groupBy: string, messages: Messages): string {
  return reason === 'no-dimension'
    ? fillText(messages.breakdown.notGrouped, { dimension: dimensionInText(groupBy, messages) })
    : missingWord(reason, messages);
}

/** Which way the metric is better says what is worst; if neither way is, the greatest comes first. */
function resolveSort(sort: string, better: string): string {
  if (sort === 'worst') return better === 'higher' ? 'value' : '-value';
  return sort === 'best' ? (better === 'lower' ? 'value' : '-value') : sort;
}

/** Ties go by name; unmeasured ones come last, the rest last of all. */
function comparing(sort: string, language: string): (a: BreakdownRow, b: BreakdownRow) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = sort.startsWith('-') ? -1 : 1;
  const byName = (a: BreakdownRow, b: BreakdownRow) => compare(a.label, b.label);
  const isRest = ({ key }: BreakdownRow) => Number(key === undefined);
  const byValue = (a: BreakdownRow, b: BreakdownRow) =>
    Number(a.value === null) - Number(b.value === null) || sign * ((a.value ?? 0) - (b.value ?? 0)) || byName(a, b);
  return (a, b) => isRest(a) - isRest(b) || (sort.endsWith('name') ? sign * byName(a, b) : byValue(a, b));
}

/** A row per group; shares of one, durations in seconds, money in the currency's main unit. */
export function toBreakdownCsv(
  { label, unit, rows, hasShares }: Breakdown,
  { groupBy = '', compare }: MetricsQuery,
  { messages, description }: Words,
): string {
  const currency = description?.currency;
  const head = [
    dimensionWord(groupBy, messages),
    toHead(label, unit, currency),
    ...(hasShares ? [messages.breakdown.share] : []),
    ...(compare ? [`${compare.from}/${compare.to}`] : []),
  ];
  return formatCsv(
    head,
    rows.map(({ label: name, value, share, previous }) => [
      name,
      toPlainNumber(value, unit, currency),
      ...(hasShares ? [share] : []),
      ...(compare ? [toPlainNumber(previous, unit, currency)] : []),
    ]),
  );
}
