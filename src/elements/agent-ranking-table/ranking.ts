/** What the ranking says: pure, from an answer to columns and rows. */
import type { Better, Unit } from '../../core/metrics/definition.js';
import { fillText } from '../../core/format/formats.js';
import type { DateRange, MetricAnswer, MetricsAnswer, MetricsQuery } from '../../core/query.js';
import { isBeforeData } from '../../core/time/data-span.js';
import { changeSentence, toChange, type ChangeChip } from '../shared/change-words.js';
import { lowSampleNote, type LowSampleWords } from '../shared/low-sample.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import { type Words, NO_VALUE, dimensionInText, dimensionWord, metricWords, valueWord } from '../shared/words.js';

export interface RankColumn {
  id: string;
  label: string;
  description: string;
  unit: Unit;
  better: Better;
}

export interface RankCell {
  metric: string;
  value: number | null;
  text: string;
  exact: string;
  /** Why it says little; `undefined`: it rests on enough. */
  few: string | undefined;
  /** `undefined`: nothing is compared. `null`: something is, but one of the numbers is missing. */
  change: ChangeChip | null | undefined;
  spoken: string | undefined;
}

export interface RankRow {
  group: string;
  label: string;
  /** Equal numbers share a rank; `undefined`: nothing was measured, or these are nobody's. */
  rank: number | undefined;
  cells: readonly RankCell[];
  few: string | undefined;
  /** Length of the bar in the ranked column: the greatest ranked number is 1; `undefined` for what has no rank. */
  lengthOfOne: number | undefined;
}

export interface Ranking {
  columns: readonly RankColumn[];
  /** All of them, as sorted. */
  rows: readonly RankRow[];
  /** The metric that gives the ranks. */
  by: string;
  /** As it holds: `name` or a metric, `-` in front descends. */
  sort: string;
  /** Why columns that were asked for are not there. */
  notes: readonly string[];
}

export interface RankingContext extends LowSampleWords {
  language: string;
  /** Unset: the first metric, the best first. */
  sort: string | undefined;
}

/** The group of rows without a value: nobody's, so it has no rank. */
const NOBODY = '';

export function toRanking(
  metrics: readonly string[],
  answer: MetricsAnswer,
  query: MetricsQuery,
  context: RankingContext,
): Ranking {
  const { description, messages } = context;
  const shown = metrics.filter((metric) => isShown(answer.metrics[metric]));
  const columns = shown.map((id): RankColumn => {
    const definition = findDefinition(id, description);
    const words = metricWords(id, messages, description);
    return {
      id,
      label: words.label,
      description: words.description,
      unit: definition?.unit ?? 'count',
      better: definition?.better ?? 'neither',
    };
  });
  const notes = notesOf(metrics, answer, query, context);
  const sort = standingSort(context.sort, columns);
  const by = columns.find(({ id }) => id === bare(sort)) ?? columns[0];
  if (!by) return { columns, rows: [], by: '', sort, notes };
  const rows = toRows(columns, by, answer, query, context);
  return { columns, rows: rows.sort(comparing(sort, columns.indexOf(by), context.language)), by: by.id, sort, notes };
}

/** Another head begins with the best, names with A; the same head turns round. */
export function nextSort(sort: string, id: string, columns: readonly RankColumn[]): string {
  const first = bestFirst(id, columns);
  return sort !== first ? first : first.startsWith('-') ? id : `-${id}`;
}

function standingSort(sort: string | undefined, columns: readonly RankColumn[]): string {
  const isKnown = sort !== undefined && (bare(sort) === 'name' || columns.some(({ id }) => id === bare(sort)));
  return isKnown ? sort : bestFirst(columns[0]?.id ?? 'name', columns);
}

function bestFirst(id: string, columns: readonly RankColumn[]): string {
  return id === 'name' || columns.find((one) => one.id === id)?.better === 'lower' ? id : `-${id}`;
}

export const bare = (sort: string): string => sort.replace(/^-/, '');

function toRows(
  columns: readonly RankColumn[],
  by: RankColumn,
  answer: MetricsAnswer,
  query: MetricsQuery,
  context: RankingContext,
): RankRow[] {
  const { groups = [], otherIndex, metrics } = answer;
  const values = groups.map((_, place) => (place === otherIndex ? null : (metrics[by.id]!.byGroup![place] ?? null)));
  const ranked = values.filter((_, place) => groups[place] !== NOBODY);
  const most = Math.max(0, ...ranked.map((value) => value ?? 0));
  const isComparing =
    query.compare !== undefined && !isBeforeData(query.compare, query.timeZone, context.description?.first);
  return groups.flatMap((group, place): RankRow[] => {
    if (place === otherIndex) return [];
    const cells = columns.map((column) =>
      toCell(column, metrics, place, isComparing ? query.compare : undefined, context),
    );
    const value = values[place]!;
    const isNobody = group === NOBODY;
    return [
      {
        group,
        label: nameOf(query.groupBy!, group, context),
        cells,
        rank: isNobody ? undefined : rankOf(value, ranked, by.better),
        few: cells[columns.indexOf(by)]!.few,
        lengthOfOne: isNobody ? undefined : most > 0 ? Math.max(0, value ?? 0) / most : 0,
      },
    ];
  });
}

function toCell(
  { id, unit, better }: RankColumn,
  metrics: Readonly<Record<string, MetricAnswer>>,
  place: number,
  compare: DateRange | undefined,
  context: RankingContext,
): RankCell {
  const { messages, formats } = context;
  const value = metrics[id]!.byGroup![place] ?? null;
  const number = { value, previous: metrics[id]!.previousByGroup?.[place] ?? null, unit, better };
  return {
    metric: id,
    value,
    few: value === null ? undefined : lowSampleNote(id, metrics, place, context),
    text: value === null ? NO_VALUE : formats.compact(value, unit),
    exact: value === null ? messages.states.unmeasured : formats.exact(value, unit),
    change: compare && toChange(number, messages, formats),
    spoken: compare && changeSentence(number, compare, messages, formats),
  };
}

function nameOf(dimension: string, group: string, { messages, formats, description }: Words): string {
  return group === NOBODY
    ? fillText(messages.ranking.without, { dimension: dimensionWord(dimension, messages) })
    : valueWord(dimension, group, messages, formats, description);
}

/** One more than there are better ones. */
function rankOf(value: number | null, values: readonly (number | null)[], better: Better): number | undefined {
  if (value === null) return undefined;
  return 1 + values.filter((other) => other !== null && (better === 'lower' ? other < value : other > value)).length;
}

/** Ties go by name; unmeasured ones come last, nobody's rows last of all. */
function comparing(sort: string, place: number, language: string): (a: RankRow, b: RankRow) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = sort.startsWith('-') ? -1 : 1;
  const byName = (a: RankRow, b: RankRow) => compare(a.label, b.label);
  const nobody = ({ group }: RankRow) => Number(group === NOBODY);
  if (bare(sort) === 'name') return (a, b) => nobody(a) - nobody(b) || sign * byName(a, b);
  const valueOf = ({ cells }: RankRow) => cells[place]!.value;
  return (a, b) =>
    nobody(a) - nobody(b) ||
    Number(valueOf(a) === null) - Number(valueOf(b) === null) ||
    sign * ((valueOf(a) ?? 0) - (valueOf(b) ?? 0)) ||
    byName(a, b);
}

const isShown = (numbers: MetricAnswer | undefined): boolean => Boolean(numbers?.byGroup && !numbers.reason);

/** Why metrics are left out, each reason once. */
function notesOf(
  metrics: readonly string[],
  answer: MetricsAnswer,
  { groupBy = '' }: MetricsQuery,
  { messages, description }: Words,
): string[] {
  const missing = metrics.filter((metric) => !isShown(answer.metrics[metric]));
  const labels = (list: readonly string[]) =>
    list.map((metric) => metricWords(metric, messages, description).label).join(', ');
  const empty = missing.filter((metric) => answer.metrics[metric]?.reason === 'no-data');
  const others = missing.filter((metric) => !empty.includes(metric));
  return [
    ...(others.length > 0
      ? [
          fillText(messages.ranking.notGrouped, {
            dimension: dimensionInText(groupBy, messages),
            metrics: labels(others),
          }),
        ]
      : []),
    ...(empty.length > 0 ? [fillText(messages.ranking.noData, { metrics: labels(empty) })] : []),
  ];
}
