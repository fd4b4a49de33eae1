/** What the filter bar offers and what is chosen in it: pure, from filters and answers to rows and chips. */
import type { Filters, MetricsAnswer, MetricsQuery, SourceDescription } from '../../core/query.js';
import { foldPhrase, foldText } from '../../core/answer/fold-text.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { dimensionWord, valueWord } from '../shared/words.js';

export interface FilterWords {
  messages: Messages;
  formats: Formats;
  description: SourceDescription;
  /** The dimensions that stand together. */
  offered: readonly string[];
}

/** One value that can be ticked. */
export interface FilterValue {
  value: string;
  label: string;
  /** Conversations under the other filters; `undefined`: not known yet. */
  count: number | undefined;
  isChosen: boolean;
}

/** One filter that holds, to be taken away. */
export interface Chip {
  /** As in the filters, with the `!` of an exclusion. */
  name: string;
  value: string;
  text: string;
}

export const METRIC = 'total-volume';
const ORDER = [
  'channel',
  'status',
  'outcome',
  'tag',
  'region',
  'language',
  'segment',
  'assignee',
  'page',
  'skill',
  'goal',
];

/** The dimensions with values: as asked for, else all in a fixed order, without the outcome where the status says more. */
export function toDimensions({ dimensions }: SourceDescription, asked: readonly string[] | undefined): string[] {
  const names = Object.keys(dimensions).filter((name) => dimensions[name]!.values.length > 0);
  if (asked) return [...new Set(asked)].filter((name) => names.includes(name));
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return names.filter((name) => name !== 'outcome' || !names.includes('status')).sort((a, b) => place(a) - place(b));
}

export function valuesIn(filters: Filters, name: string): readonly string[] {
  return (Object.hasOwn(filters, name) && filters[name]) || [];
}

export function withValue(filters: Filters, name: string, value: string): Filters {
  return { ...filters, [name]: [...valuesIn(filters, name), value] };
}

/** A dimension without values is no filter. */
export function withoutValue(filters: Filters, name: string, value: string): Filters {
  const { [name]: values = [], ...others } = filters;
  const left = values.filter((one) => one !== value);
  return left.length > 0 ? { ...others, [name]: left } : others;
}

/** How many conversations, or whatever the metric counts, each value of a dimension would give. */
export function toCountsQuery(base: Omit<MetricsQuery, 'metrics'>, dimension: string, metric = METRIC): MetricsQuery {
  const { filters = {}, ...rest } = base;
  const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== dimension));
  return { ...rest, metrics: [metric], groupBy: dimension, ...(Object.keys(others).length > 0 && { filters: others }) };
}

/** In the order of the data's description, so that no value moves while a user chooses; "none" comes last. */
export function toValues(
  dimension: string,
  filters: Filters,
  answer: MetricsAnswer | undefined,
  { messages, formats, description }: FilterWords,
): FilterValue[] {
  const chosen = valuesIn(filters, dimension);
  const groups = (answer?.groups ?? []).map((group, index) => (index === answer?.otherIndex ? undefined : group));
  const known = description.dimensions[dimension]?.values ?? [];
  const all = new Set([...known, ...groups.filter((group) => group !== undefined), ...chosen]);
  const values = [...all].filter((value) => value !== '');
  const counts = Object.values(answer?.metrics ?? {})[0]?.byGroup;
  return [...values, ...(all.has('') ? [''] : [])].map((value) => ({
    value,
    label: valueWord(dimension, value, messages, formats, description),
    isChosen: chosen.includes(value),
    count: counts ? (counts[groups.indexOf(value)] ?? 0) : undefined,
  }));
}

/** Those whose word or name holds the phrase. */
export function searchValues(values: readonly FilterValue[], phrase: string): FilterValue[] {
  const folded = foldPhrase(phrase);
  return values.filter(({ value, label }) => foldText(label).includes(folded) || foldText(value).includes(folded));
}

export function toChips(filters: Filters, { messages, formats, description, offered }: FilterWords): Chip[] {
  return Object.entries(filters).flatMap(([name, values]) => {
    const dimension = name.replace(/^!/, '');
    return values.map((value) => {
      const word = valueWord(dimension, value, messages, formats, description);
      const shown = name === dimension ? word : fillText(messages.filters.excluded, { value: word });
      return { name, value, text: `${dimensionWord(dimension, messages, offered)}: ${shown}` };
    });
  });
}
