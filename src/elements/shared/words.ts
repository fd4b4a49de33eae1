/** The words for metrics, dimensions and their values: the host's labels first, then the language's, then the name itself. */
import { CATALOGUE } from '../../core/metrics/catalogue.js';
import type { MetricDefinition } from '../../core/metrics/definition.js';
import type { Formats } from '../../core/format/formats.js';
import type { SourceDescription } from '../../core/query.js';
import type { Messages, MetricWords } from '../../locales/messages.js';

const WRITE_SMALL = ['en', 'fi'];

/** What it takes to say a value. */
export interface CellWords {
  messages: Messages;
  formats: Formats;
  description: SourceDescription | undefined;
}

/** The definition of a metric or of a variant of it, as `:median`; `undefined`: nobody has told what it is. */
export function findDefinition(name: string, description: SourceDescription | undefined): MetricDefinition | undefined {
  const [id] = name.split(':');
  return description?.definitions?.find((one) => one.id === id) ?? CATALOGUE.find((one) => one.id === id);
}

/** Whether its groups add up: counts and sums do; rates, means and distinct numbers do not. */
export function isAdditive(definition: MetricDefinition | undefined): boolean {
  return definition?.formula.op === 'count' || definition?.formula.op === 'sum';
}

export function metricWords(name: string, messages: Messages, description: SourceDescription | undefined): MetricWords {
  const [id = name, ...variants] = name.split(':');
  const definition = findDefinition(name, description);
  const isOwn = description?.definitions?.some((one) => one.id === id);
  const defined = {
    label: definition?.label ?? id,
    description: definition?.description ?? '',
    rule: definition?.rule ?? '',
  };
  // A page may have registered a label alone.
  const words = isOwn ? defined : { ...defined, ...ownEntry(messages.metrics, id) };
  const said = variants.flatMap((variant) => ownEntry<string>(messages.variants, variant) ?? []);
  return said.length > 0 ? { ...words, label: `${words.label} (${said.join(', ')})` } : words;
}

/** `offered` are the dimensions that stand together: an outcome alone is a conversation's status to its reader. */
export function dimensionWord(dimension: string, messages: Messages, offered: readonly string[] = ['status']): string {
  const name = dimension === 'outcome' && !offered.includes('status') ? 'status' : dimension;
  return ownEntry(messages.dimensions, name) ?? name;
}

/** Inside a sentence, where English and Finnish write it small. */
export function dimensionInText(dimension: string, messages: Messages): string {
  const word = dimensionWord(dimension, messages);
  return WRITE_SMALL.includes(messages.code.split('-')[0]!) ? word.toLocaleLowerCase(messages.code) : word;
}

export function valueWord(
  dimension: string,
  value: string,
  messages: Messages,
  formats: Formats,
  description: SourceDescription | undefined,
): string {
  if (value === '') return messages.chart.none;
  const label = ownEntry(ownEntry(description?.labels, dimension), value);
  return label ?? ownEntry(ownEntry(messages.values, dimension), value) ?? formats.regionOrValue(value, dimension);
}

/** Names come from data: only what was really put there counts. */
function ownEntry<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
}
