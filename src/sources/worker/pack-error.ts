/** Errors on their way between threads: a structured clone keeps neither their class nor their fields. */
import { QueryError } from '../../core/query-error.js';
import { SourceError } from '../../core/source-error.js';

export interface PackedError {
  name: string;
  message: string;
  status?: number | undefined;
  type?: string | undefined;
  parameter?: string | undefined;
  cause?: PackedError | undefined;
}

export function packError(error: unknown): PackedError {
  const { name, message, status, type, parameter, cause } = (
    error instanceof Error ? error : new Error(String(error))
  ) as Error & Omit<PackedError, 'cause'>;
  return { name, message, status, type, parameter, ...(cause instanceof Error && { cause: packError(cause) }) };
}

/** An error of the class it had, where this kit or the language knows it. */
export function unpackError({ name, message, status, type, parameter, cause: packed }: PackedError): Error {
  const options = packed && { cause: unpackError(packed) };
  switch (name) {
    case 'SourceError':
      return new SourceError(message, { ...options, status, type, parameter });
    case 'QueryError':
      return new QueryError(parameter ?? '', message, options);
    case 'RangeError':
      return new RangeError(message, options);
    case 'TypeError':
      return new TypeError(message, options);
    default:
      return Object.assign(new Error(message, options), { name });
  }
}
