/** What DuckDB says when it is not the statement's fault. */
import { DatabaseError } from '../fact-database.js';

export function toDatabaseError(error: unknown, path: string): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  const { message } = error;
  if (/could not set lock|being used by another process/i.test(message)) {
    return new DatabaseError(
      'busy',
      `Another process holds the database ${path}. Stop it, or send the facts to its endpoint: POST …/facts.`,
      { cause: error },
    );
  }
  if (/no space left|could not write|disk quota|out of memory.*(disk|temp)|max_temp_directory_size/i.test(message)) {
    return new DatabaseError(
      'full',
      'There is no room left to write. What was accepted before is kept; make room and try again.',
      { cause: error },
    );
  }
  if (/IO Error|Connection Error|database has been invalidated/i.test(message)) {
    return new DatabaseError('unavailable', `The database ${path} cannot be read or written.`, { cause: error });
  }
  return error;
}
