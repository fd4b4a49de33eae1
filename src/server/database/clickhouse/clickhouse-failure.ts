/** What a failure of ClickHouse means to whoever asked. */
import { DatabaseError, type DatabaseErrorType } from '../fact-database.js';

/** A part of the cluster is missing or went away while it answered. */
const UNAVAILABLE = ['3', '32', '101', '102', '198', '203', '209', '210', '225', '236', '242', '279', '319', '999'];
const BUSY = ['159', '202', '241', '252', '394'];
const FULL = ['243'];

const MESSAGES: Readonly<Record<Exclude<DatabaseErrorType, 'mismatch'>, string>> = {
  unavailable: 'ClickHouse, or a part of its cluster, does not answer.',
  busy: 'ClickHouse has too much to do. Ask again later.',
  full: 'ClickHouse has no room to write.',
};

/** A `DatabaseError`, or the error itself when the statement is to blame. */
export function toFailure(error: unknown): unknown {
  if (error instanceof DatabaseError) return error;
  const type = typeOf(error);
  return type ? new DatabaseError(type, MESSAGES[type], { cause: error }) : error;
}

function typeOf(error: unknown): keyof typeof MESSAGES | undefined {
  const code = codeOf(error);
  // Without a code of ClickHouse it is the connection that failed, or an answer that broke off.
  if (code === undefined || UNAVAILABLE.includes(code)) return 'unavailable';
  if (BUSY.includes(code)) return 'busy';
  return FULL.includes(code) ? 'full' : undefined;
}

/** Old releases have it in the text only. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const told = 'code' in error ? String(error.code) : '';
  return /^\d+$/.test(told) ? told : /^Code: (\d+)/m.exec(error.message)?.[1];
}
