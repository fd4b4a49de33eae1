/** Errors as problem+json (RFC 9457): a stable type, a sentence a person understands and, for bad input, the parameter. */
import { QueryError } from '../../core/query-error.js';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  parameter?: string;
}

const TITLES = new Map([
  [400, 'The question does not fit'],
  [401, 'No valid token'],
  [404, 'Not found'],
  [405, 'Method not allowed'],
  [413, 'The body is too large'],
  [500, 'The endpoint failed'],
  [501, 'Not supported by this endpoint'],
  [503, 'The numbers are not ready'],
  [504, 'The question took too long'],
]);

/** What an engine that is itself an endpoint may say about the question; everything else is its own trouble. */
const PASSED_ON = new Map<unknown, string>([[400, 'bad-query'], [401, 'unauthorized'], [404, 'not-found']]);

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(status: number, type: string, detail: string, parameter?: string) {
    super(detail);
    this.name = 'ProblemError';
    this.problem = { type: `urn:agent-metrics:${type}`, title: TITLES.get(status) ?? 'Error', status, detail, ...(parameter && { parameter }) };
  }
}

/** What an engine throws, in the words of the contract. Unknown failures keep their details to themselves. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof QueryError) return new ProblemError(400, 'bad-query', error.message, error.parameter).problem;
  const { status, parameter, type } = error as { status?: unknown; parameter?: string | undefined; type?: unknown };
  // A token that this server could not get for its engine is no fault of the asker's.
  const passed = status === 404 || ((error as Error).name === 'SourceError' && type !== 'token') ? PASSED_ON.get(status) : undefined;
  if (passed !== undefined) return new ProblemError(status as number, passed, (error as Error).message, parameter).problem;
  if ((error as Error).name === 'TimeoutError') return new ProblemError(504, 'timeout', 'The question took too long. Ask for a shorter range or fewer metrics.').problem;
  if ((error as Error).name === 'SourceError') return new ProblemError(503, 'source', (error as Error).message).problem;
  return new ProblemError(500, 'internal', 'The endpoint could not answer. Try again; if it stays so, look at its log.').problem;
}

export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } });
}
