/** Live ingest: facts as they happen. Their ids make it safe to send them twice. */
import type { Context } from 'hono';
import { showValue } from '../../core/format/show-value.js';
import type { Problem } from '../../core/facts/fact.js';
import { FACT_NAMES, isFactName, type FactName } from '../../core/facts/registry.js';
import type { AgentData } from '../../core/facts/agent-data.js';
import type { CustomColumns } from '../../core/custom-columns.js';
import { inParameter } from '../../core/query-error.js';
import { acceptRecord, refuse, type Refused } from '../../ingest/accept-record.js';
import { checkField } from '../../core/facts/data-fields.js';
import { READ_WHOLE } from '../../ingest/json/values.js';
import { decodeUtf8, parseAll } from '../../ingest/json/window.js';
import { LineReader, type LineTaker } from '../../ingest/lines.js';
import { FIELDS } from '../../ingest/document.js';
import { ProblemError } from '../problem.js';
import { readBytes, readJson, requireJson } from './read-query.js';

export interface FactsReport {
  /** Records that are stored. */
  accepted: number;
  refused: Refused;
}

export interface TakenFacts {
  /** The records that fit, to be stored. */
  facts: AgentData;
  report: FactsReport;
  /** How many fit, by fact. */
  counts: ReadonlyMap<FactName, number>;
}

const NDJSON = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/** An object of lists, or with `?fact=orders` one record a line. */
export async function takeFacts(c: Context, own: CustomColumns): Promise<TakenFacts> {
  requireJson(c, ...NDJSON);
  const fact = c.req.query('fact');
  const isLines = c.req.header('content-type')?.includes('application/json') === false;
  if (fact === undefined && isLines)
    throw new ProblemError(
      400,
      'bad-facts',
      `The lines do not say what they are. Add to the address what they are: ?fact=conversations, or another of ${FACT_NAMES.join(', ')}.`,
      'fact',
    );
  if (fact !== undefined && !isFactName(fact))
    throw new ProblemError(
      400,
      'bad-facts',
      `Unknown fact ${showValue(fact)}. Use one of: ${FACT_NAMES.join(', ')}.`,
      'fact',
    );
  return sortOut(isLines ? { [fact!]: parseLines(await readBytes(c)) } : toData(await readJson(c), fact), own);
}

function sortOut(data: Readonly<Record<string, unknown>>, own: CustomColumns): TakenFacts {
  const refused: Refused = { count: 0, first: [] };
  const counts = new Map<FactName, number>();
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (isFactName(name)) {
      const fitting = selectFitting(name, requireList(name, value), own, refused);
      facts[name] = fitting;
      counts.set(name, fitting.length);
    } else if (FIELDS.has(name)) Object.assign(facts, checked(name, value));
  }
  return { facts, counts, report: { accepted: [...counts.values()].reduce((sum, count) => sum + count, 0), refused } };
}

function selectFitting(fact: FactName, records: readonly unknown[], own: CustomColumns, refused: Refused): unknown[] {
  return records.flatMap((record, index) => {
    const onProblem = (problem: Problem) => refuse(refused, fact, index, problem);
    if (!(record instanceof BrokenLine)) return acceptRecord(fact, record, own, onProblem) ?? [];
    onProblem({ field: '', reason: 'is not JSON' });
    return [];
  });
}

function checked(name: string, value: unknown): object {
  try {
    return inParameter(name, () => checkField(name, value));
  } catch (error) {
    throw new ProblemError(400, 'bad-facts', (error as Error).message, name);
  }
}

function requireList(name: string, value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new ProblemError(400, 'bad-facts', `The ${name} are ${showValue(value)}. Use a list.`, name);
}

function toData(value: unknown, fact: FactName | undefined): Record<string, unknown> {
  if (fact !== undefined) return { [fact]: Array.isArray(value) ? value : [value] };
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ProblemError(
    400,
    'bad-facts',
    `The body is ${showValue(value)}. Use an object of lists, as { "orders": [ … ] }.`,
  );
}

/** Stands for a line that is not JSON. */
class BrokenLine {}

function parseLines(bytes: Uint8Array): unknown[] {
  const values: unknown[] = [];
  const taker: LineTaker = {
    ...READ_WHOLE,
    take: (value) => void values.push(value),
    takeBroken: () => void values.push(new BrokenLine()),
  };
  parseAll(bytes, (window) => new LineReader(window, decodeUtf8, taker).read());
  return values;
}
