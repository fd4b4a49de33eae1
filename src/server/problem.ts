/** Errors as problem+json (RFC 9457): a stable type, a sentence a person understands and, for bad input, the parameter. */
import { QueryError } from '../core/query-error.js';
import { DatabaseError, type DatabaseErrorType } from './database/fact-database.js';

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
  [403, 'Not allowed'],
  [404, 'Not found'],
  [405, 'Method not allowed'],
  [413, 'The body is too large'],
  [414, 'The address is too long'],
  [415, 'The body is of another kind'],
  [421, 'Not the host that was meant'],
  [429, 'Too many requests'],
  [499, 'The client left'],
  [500, 'The endpoint failed'],
  [501, 'Not supported by this endpoint'],
  [503, 'The numbers are not ready'],
  [504, 'The question took too long'],
  [507, 'No room left'],
]);

/** The errors of an engine that is itself an endpoint which concern the question; all others are its own. */
const PASSED_ON = new Map<unknown, string>([
  [400, 'bad-query'],
  [401, 'unauthorized'],
  [404, 'not-found'],
]);

const DATABASE: Readonly<Record<DatabaseErrorType, { status: number; detail: string }>> = {
  unavailable: { status: 503, detail: 'The database cannot answer now, or not completely. Try again soon.' },
  busy: { status: 503, detail: 'The database is busy with something else. Try again soon.' },
  full: { status: 507, detail: 'The database has no room left. Nothing was kept.' },
  mismatch: {
    status: 503,
    detail: 'The database was made by another version or with other settings. Its log says more.',
  },
};

const RETRY_SECONDS = '5';

export class ProblemError extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, type: string, detail: string, parameter?: string, headers: Record<string, string> = {}) {
    super(detail);
    this.name = 'ProblemError';
    this.problem = {
      type: `urn:agent-metrics:${type}`,
      title: TITLES.get(status) ?? 'Error',
      status,
      detail,
      ...(parameter && { parameter }),
    };
    this.headers = headers;
  }
}

/** What an engine throws, as an error of the contract. Unknown failures do not show their details. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof QueryError) return new ProblemError(400, 'bad-query', error.message, error.parameter);
  if (error instanceof DatabaseError) return databaseProblem(error.type);
  const { name, status, parameter, type, message } = (error ?? {}) as Error & {
    status?: unknown;
    parameter?: string | undefined;
    type?: unknown;
  };
  // The client is not to blame for a token that this server could not get for its engine.
  const passed = status === 404 || (name === 'SourceError' && type !== 'token') ? PASSED_ON.get(status) : undefined;
  if (passed !== undefined) return new ProblemError(status as number, passed, message, parameter);
  if (name === 'TimeoutError' || name === 'AbortError')
    return new ProblemError(504, 'timeout', 'The question took too long. Ask for a shorter range or fewer metrics.');
  if (name === 'SourceError')
    return new ProblemError(503, 'source', message, undefined, { 'retry-after': RETRY_SECONDS });
  return new ProblemError(
    500,
    'internal',
    'The endpoint could not answer. Try again; if it stays so, look at its log.',
  );
}

function databaseProblem(type: DatabaseErrorType): ProblemError {
  const { status, detail } = DATABASE[type];
  return new ProblemError(
    status,
    `database-${type}`,
    detail,
    undefined,
    status === 503 ? { 'retry-after': RETRY_SECONDS } : {},
  );
}

export function problemResponse({ problem, headers }: ProblemError): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
