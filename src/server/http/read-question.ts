/** The question of a request, from its address or its body, in the shape of the contract and nothing beside it. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { showValue } from '../../core/format/show-value.js';
import { fromSearchParams } from '../../contract/query-parameters.js';
import { inParameter } from '../../core/query-error.js';
import { ProblemError } from './problem.js';

export function readParameters<Q>(c: Context, schema: z.ZodMiniType): Q {
  return checked<Q>(
    schema,
    inParameter('filters', () => fromSearchParams(new URL(c.req.url).searchParams)),
  );
}

export async function readBody<Q>(c: Context, schema: z.ZodMiniType): Promise<Q> {
  return checked<Q>(schema, await readJson(c));
}

/** What changes something is JSON by name: a page of another origin cannot send that unasked. */
export function requireJson({ req }: Context, ...types: string[]): void {
  const type = req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || !['application/json', ...types].includes(type)) {
    throw new ProblemError(
      415,
      'content-type',
      `The body is ${showValue(type ?? 'without a type')}. Send it with Content-Type: ${['application/json', ...types].join(' or ')}.`,
    );
  }
}

export async function readJson(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await readText(c)) as unknown;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(400, 'bad-json', 'The body is not JSON.');
  }
}

async function readText(c: Context): Promise<string> {
  requirePlain(c);
  return (await c.req.text()).replace(/^\uFEFF/, '');
}

export async function readBytes(c: Context): Promise<Uint8Array> {
  requirePlain(c);
  return new Uint8Array(await c.req.arrayBuffer());
}

function requirePlain({ req }: Context): void {
  const encoding = req.header('content-encoding');
  if (encoding !== undefined && encoding !== 'identity')
    throw new ProblemError(415, 'content-encoding', `The body is encoded as ${showValue(encoding)}. Send it as it is.`);
}

/** Fields that no query has are dropped, so that none reaches an engine. */
function checked<Q>(schema: z.ZodMiniType, value: unknown): Q {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProblemError(400, 'bad-query', `The body is ${showValue(value)}. Use an object.`);
  const result = z.safeParse(schema, value);
  if (result.success) return result.data as Q;
  const [issue] = result.error.issues;
  const name = issue?.path.join('.') ?? '';
  const given = issue?.path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
  const what =
    given === undefined
      ? `The parameter "${name}" is missing.`
      : `The parameter "${name}" is ${showValue(given)}, which does not fit.`;
  throw new ProblemError(400, 'bad-query', `${what} The contract is at openapi.json.`, String(issue?.path[0] ?? ''));
}
