/** What supplied data mean, said as simply as can be: the whole text at once, record by record. Readers are held to it. */
import { checkRecord } from '../../src/core/facts/check-record.js';
import type { Problem } from '../../src/core/facts/fact.js';
import { FACTS, FACT_NAMES, RECORD_FACTS, isFactName, type FactName } from '../../src/core/facts/registry.js';
import { showValue } from '../../src/core/format/show-value.js';
import { isUnsetInstant } from '../../src/core/time/record-instants.js';
import type { FactColumns, CustomColumns } from '../../src/core/custom-columns.js';

export interface Outcome {
  given: FactName[];
  fields: Record<string, unknown>;
  conversations: Record<string, unknown>[];
  orders: unknown[];
  articles: unknown[];
  /** Of all other facts. */
  records: { fact: string; record: unknown }[];
  refused: { fact: string; index: number; field: string; reason: string }[];
}

const FIELDS = ['skills', 'currency', 'timeZone', 'live'];

export function readPlainly(text: string, fact: FactName, own: CustomColumns): Outcome | 'unreadable' {
  const trimmed = text.trim();
  if (trimmed === '') return outcomeOf(new Map([[fact, []]]), {}, [], fact, own);
  const whole = parsed(trimmed);
  if (whole && !isRecord(whole.value)) return readValuePlainly(whole.value, fact, own);
  const lines = trimmed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, value: parsed(line) }));
  if (lines.every(({ value }) => !value)) return 'unreadable';
  const broken = lines.flatMap(({ line, value }, index) =>
    value ? [] : [{ fact, index, field: '', reason: `is not JSON: ${problemOf(line)}` }],
  );
  return outcomeOf(new Map([[fact, lines.map(({ value }) => value?.value)]]), {}, broken, fact, own);
}

export function readValuePlainly(value: unknown, fact: FactName, own: CustomColumns): Outcome | 'unreadable' {
  if (typeof value !== 'object' || value === null) return 'unreadable';
  if (Array.isArray(value)) return outcomeOf(new Map([[fact, value]]), {}, [], fact, own);
  const entries = Object.entries(value);
  const isList = ([name, entry]: [string, unknown]) => Array.isArray(entry) && !FIELDS.includes(name);
  return outcomeOf(
    new Map(entries.filter(isList) as [string, unknown[]][]),
    Object.fromEntries(entries.filter((entry) => !isList(entry))),
    [],
    fact,
    own,
  );
}

function outcomeOf(
  lists: Map<string, unknown[]>,
  rest: Record<string, unknown>,
  broken: Outcome['refused'],
  fact: FactName,
  own: CustomColumns,
): Outcome {
  const refused = [...broken];
  for (const [name, value] of Object.entries(rest))
    if (isFactName(name) && value != null)
      refused.push({ fact: name, index: 0, field: '', reason: `is ${showValue(value)}, not a list` });
  for (const name of lists.keys()) {
    if (!isFactName(name))
      refused.push({ fact: name, index: 0, field: '', reason: `is no fact; use one of: ${FACT_NAMES.join(', ')}` });
  }
  const accepted = (name: FactName) =>
    (lists.get(name) ?? []).flatMap((given, index): unknown[] => {
      if (name === fact && broken.some((one) => one.index === index)) return [];
      const record = withoutUnset(name, given);
      const problem = checkRecord(name, record) ?? ownProblem(record as Record<string, unknown>, own[name] ?? {});
      if (problem) refused.push({ fact: name, index, ...problem });
      return problem ? [] : [record];
    });
  const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => FIELDS.includes(name)));
  const [conversations, orders, articles] = [accepted('conversations'), accepted('orders'), accepted('articles')] as [
    Record<string, unknown>[],
    unknown[],
    unknown[],
  ];
  const records = RECORD_FACTS.flatMap((name) => accepted(name).map((record) => ({ fact: name, record })));
  return {
    given: [...lists.keys()].filter(isFactName).sort(),
    fields,
    conversations,
    orders,
    articles,
    records,
    refused,
  };
}

function withoutUnset(fact: FactName, record: unknown): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  return Object.fromEntries(
    Object.entries(record).filter(([name, value]) => {
      const field = Object.entries(FACTS[fact].fields).find(([known]) => known === name)?.[1];
      return !(field?.shape.kind === 'instant' && !field.isRequired && isUnsetInstant(value));
    }),
  );
}

function ownProblem(record: Record<string, unknown>, own: FactColumns): Problem | undefined {
  for (const [field, kind] of Object.entries(own)) {
    const value = record[field];
    const fits = value == null || (kind === 'text' ? typeof value === 'string' : Number.isFinite(value));
    if (!fits) return { field, reason: `is ${showValue(value)}, not a ${kind}` };
  }
  return undefined;
}

function isRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.keys(value);
  const isNamed = names.some((name) => isFactName(name) || FIELDS.includes(name));
  return names.length > 0 && !isNamed && !Object.values(value).every(Array.isArray);
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function problemOf(line: string): string {
  try {
    JSON.parse(line);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
