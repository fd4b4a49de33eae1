/** The fields of supplied data that are not facts: skills, currency, time zone, live spans. */
import { showValue } from '../format/show-value.js';
import { toLiveSpans } from '../answer/live-spans.js';
import type { Live } from './agent-data.js';
import { parseTimeZone } from '../time/zone.js';
import { SourceError } from '../source-error.js';

export interface DataFields {
  skills?: string[];
  currency?: string;
  timeZone?: string;
  live?: Live | null;
}

/** The field as it counts; nothing for one that is no field or says nothing. Throws an error that names what it is. */
export function checkField(name: string, value: unknown): DataFields {
  if (name === 'live') return { live: checkLive(value) };
  if (value === null || value === undefined) return {};
  if (name === 'skills') return { skills: checkTexts('skills', value) };
  if (name === 'currency') return { currency: checkCurrency(value) };
  return name === 'timeZone' ? { timeZone: parseTimeZone(typeof value === 'string' ? value : showValue(value)) } : {};
}

function checkTexts(name: string, value: unknown): string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new SourceError(`The data's ${name} are ${showValue(value)}, not a list of texts.`);
}

function checkCurrency(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  throw new SourceError(`The currency is ${showValue(value)}. Use an ISO 4217 code such as EUR.`);
}

function checkLive(live: unknown): Live | null {
  if (live === null) return null;
  try {
    const spans = live as Live;
    toLiveSpans(spans);
    return spans;
  } catch (cause) {
    throw new SourceError(
      `The data's live spans are ${showValue(live)}. Use null or { agent: [{ since: "2026-01-01T00:00:00Z" }] }.`,
      { cause },
    );
  }
}
