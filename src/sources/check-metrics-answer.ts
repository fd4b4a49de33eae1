/** Whether the parts of an answer belong together and to its question: labels of the right kind, a number for each of them. */
import { showValue } from '../core/format/show-value.js';
import type { MetricAnswer, MetricsAnswer, MetricsQuery } from '../core/query.js';
import { isCalendarDate } from '../core/time/calendar.js';
import { isInstant } from '../core/time/instant.js';
import { SourceError } from '../core/source-error.js';

interface Label {
  fits: (label: string) => boolean;
  example: string;
}

const matching = (pattern: RegExp, example: string): Label => ({ fits: (label) => pattern.test(label), example });
const DATE: Label = { fits: isCalendarDate, example: '2026-06-01' };

const LABELS: Readonly<Record<NonNullable<MetricsQuery['grain']>, Label>> = {
  hour: { fits: isInstant, example: '2026-06-01T08:00+02:00' },
  day: DATE,
  week: DATE,
  month: DATE,
  quarter: DATE,
  year: DATE,
  'hour-of-week': matching(/^[1-7]T(?:[01]\d|2[0-3])$/, '1T08'),
  'hour-of-day': matching(/^(?:[01]\d|2[0-3])$/, '08'),
  'day-of-week': matching(/^[1-7]$/, '1'),
  'day-of-month': matching(/^(?:0[1-9]|[12]\d|3[01])$/, '01'),
  'month-of-year': matching(/^(?:0[1-9]|1[0-2])$/, '01'),
};

/** Answers that have been looked at already, as by the source that a widget asks. */
const checked = new WeakSet<MetricsAnswer>();

/** Returns the answer as it is. Throws a `SourceError` that names the first place that does not fit. */
export function checkMetricsAnswer(query: MetricsQuery, answer: MetricsAnswer): MetricsAnswer {
  if (checked.has(answer)) return answer;
  checkParts(query, answer);
  checked.add(answer);
  return answer;
}

function checkParts(query: MetricsQuery, answer: MetricsAnswer): void {
  if (!isObject(answer)) throw misfit('answer', `${showValue(answer)} where an object is needed`);
  if (!isInstant(answer.asOf))
    throw misfit('asOf', `${showValue(answer.asOf)} where an instant is needed, as 2026-06-01T08:00:00Z`);
  if (query.grain) {
    checkLabels('buckets', answer.buckets, LABELS[query.grain]);
    checkLabels('previousBuckets', answer.previousBuckets, LABELS[query.grain]);
  }
  checkLength('partial', answer.partial, answer.buckets?.length);
  if (!isObject(answer.metrics)) throw misfit('metrics', `${showValue(answer.metrics)} where an object is needed`);
  for (const [id, metric] of Object.entries(answer.metrics)) checkMetric(`metrics.${id}`, metric, answer);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function checkLabels(field: string, labels: readonly string[] | undefined, { fits, example }: Label): void {
  const wrong = labels?.findIndex((label) => !fits(label)) ?? -1;
  if (wrong >= 0)
    throw misfit(`${field}.${wrong}`, `${showValue(labels![wrong])} where a label as ${showValue(example)} is needed`);
}

function checkMetric(field: string, metric: MetricAnswer, { buckets, groups }: MetricsAnswer): void {
  for (const name of ['byBucket', 'previousByBucket'] as const)
    checkLength(`${field}.${name}`, metric[name], buckets?.length);
  for (const name of ['byGroup', 'previousByGroup', 'byGroupAndBucket'] as const)
    checkLength(`${field}.${name}`, metric[name], groups?.length);
  metric.byGroupAndBucket?.forEach((row, index) =>
    checkLength(`${field}.byGroupAndBucket.${index}`, row, buckets?.length),
  );
}

function checkLength(field: string, list: readonly unknown[] | null | undefined, length: number | undefined): void {
  if (list && length !== undefined && list.length !== length)
    throw misfit(field, `${list.length} values for ${length} labels`);
}

function misfit(field: string, found: string): SourceError {
  return new SourceError(`The answer does not fit the contract at "${field}": it has ${found}.`, {
    type: 'contract',
  });
}
