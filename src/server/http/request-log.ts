/** One line a request: how it went, never who asked what. */
import { randomUUID } from 'node:crypto';
import { DatabaseError } from '../database/fact-database.js';

/** What pino is, as far as it is needed here. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RequestLine {
  id: string;
  method: string;
  /** The route's pattern, never the path: it may hold an id. */
  route: string;
  status: number;
  ms: number;
  bytes: number;
  tenant?: string;
  role?: string;
}

export function logRequest(log: Log | undefined, line: RequestLine): void {
  if (line.status >= 500) log?.warn(line, 'request');
  else log?.info(line, 'request');
}

/**
 * What a failure says may quote a question or a record, so that only its kind and place are told, all of it to those who debug. Why a database
 * cannot answer is said in words of the kit's own.
 */
export function logFailure(log: Log | undefined, id: string, error: unknown): void {
  const { name = 'Error', code, stack = '' } = (error ?? {}) as Error & { code?: unknown };
  const at = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  log?.error(
    {
      id,
      error: name,
      ...(typeof code === 'string' && { code }),
      ...(error instanceof DatabaseError && { reason: error.message }),
      at,
    },
    'failure',
  );
  log?.debug({ id, failure: String(error) }, 'failure in full');
}

/** The client's own id where it is harmless, so that both logs can be read together. */
export function requestId(given: string | null): string {
  return given !== null && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}
