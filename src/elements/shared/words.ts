/** The words for metrics, dimensions and their values: the host's labels first, then the language's, then the name itself. */
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { Unit } from '../../core/metrics/definition.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import type { Formats } from '../../core/format/formats.js';
import type { MetricAnswer, SourceDescription } from '../../core/query.js';
import type { Messages, MetricWords } from '../../locales/messages.js';

/** Stands where nothing was measured. */
export const NO_VALUE = '–';

/** Languages that write a dimension small inside a sentence. */
const WRITE_SMALL = ['en', 'fi'];

/** What it takes to put a value into words. */
export interface Words {
  messages: Messages;
  formats: Formats;
  description: SourceDescription | undefined;
}

/** The words of a widget; times are written in `timeZone`, unless set the one the widget shows. */
export function toWords(
  locale: LocaleController,
  { described: description, displayZone }: ScopeController,
  timeZone = displayZone,
): Words {
  return { messages: locale.messages, formats: locale.formats(timeZone, description?.currency), description };
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

/** `offered` are the dimensions shown together: where no status is among them, the outcome is called the status. */
export function dimensionWord(dimension: string, messages: Messages, offered: readonly string[] = ['status']): string {
  const name = dimension === 'outcome' && !offered.includes('status') ? 'status' : dimension;
  return ownEntry(messages.dimensions, name) ?? name;
}

/** Why there is no number. */
export function missingWord(reason: MetricAnswer['reason'], { states }: Messages): string {
  if (reason === 'no-data') return states.noData;
  return reason === 'no-dimension' ? states.noDimension : states.unmeasured;
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

/** Names come from data, so inherited properties do not count. */
function ownEntry<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** A number in full. */
export function exactText(value: number | null | undefined, unit: Unit, formats: Formats): string {
  return value == null ? NO_VALUE : formats.exact(value, unit);
}

/** From zero there is no share, so the difference itself is shown. */
export function signedDifference(difference: number, unit: Unit, formats: Formats): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
  const amount = Math.abs(difference);
  const short = formats.compact(amount, unit);
  // A difference that rounds to zero is written in full.
  return sign + (amount > 0 && short === formats.compact(0, unit) ? formats.exact(amount, unit) : short);
}
