/** Sends statements to one ClickHouse and reads what it says; failures come as `DatabaseError`s, and a statement nobody waits for is stopped. */
import { randomUUID } from 'node:crypto';
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import type { ResultRow, Statement } from '../sql/dialect.js';
import { toBound } from './clickhouse-dialect.js';
import { textLiteral } from './literal.js';
import { DatabaseError, type DatabaseErrorType } from '../fact-database.js';

/** Bound parameters came with 19; older ones get literals. */
const FIRST_WITH_PARAMETERS = 20;

/** A number from a part of the shards would be wrong, and so would one from a replica that lags behind. */
const READ_SETTINGS: ClickHouseSettings = {
  skip_unavailable_shards: 0,
  fallback_to_stale_replicas_for_distributed_queries: 0,
  output_format_json_quote_64bit_integers: 0,
  max_query_size: '67108864',
  max_ast_elements: '10000000',
  max_expanded_ast_elements: '10000000',
};

/** Done means that every shard has it. */
const WRITE_SETTINGS: ClickHouseSettings = { insert_distributed_sync: 1 };
/** Settings that old releases do not know. */
const MODERN_WRITE_SETTINGS: ClickHouseSettings = { async_insert: 0, precise_float_parsing: true };

export class ClickHouseConnection {
  readonly #client: ClickHouseClient;
  readonly #isRemote: boolean;
  version = '';
  hasParameters = false;

  /** `isRemote`: it is a server, not a library inside the process. */
  constructor(client: ClickHouseClient, isRemote: boolean) {
    this.#client = client;
    this.#isRemote = isRemote;
  }

  async open(): Promise<void> {
    const [[version] = []] = await this.query({ sql: 'SELECT version()', parameters: [] });
    this.version = String(version);
    this.hasParameters = parseInt(this.version, 10) >= FIRST_WITH_PARAMETERS;
  }

  async query({ sql, parameters }: Statement, signal?: AbortSignal): Promise<ResultRow[]> {
    signal?.throwIfAborted();
    const id = randomUUID();
    const stop = () => void this.#kill(id);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const answer = await this.#client.query({
        query: sql,
        query_id: id,
        format: 'JSONCompact',
        ...(this.hasParameters && { query_params: toBound(parameters), use_multipart_params_auto: true }),
        ...(signal && { abort_signal: signal }),
        // An answer is sent once it is whole, so that a failure in the middle is a failure.
        clickhouse_settings: { ...READ_SETTINGS, ...(this.#isRemote && { wait_end_of_query: 1 }) },
      });
      const { data } = await answer.json<ResultRow>();
      return data;
    } catch (error) {
      signal?.throwIfAborted();
      throw toFailure(error);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async command(sql: string): Promise<void> {
    await this.#client.command({ query: sql, clickhouse_settings: WRITE_SETTINGS }).catch((error: unknown) => {
      throw toFailure(error);
    });
  }

  async insert(table: string, rows: readonly object[]): Promise<void> {
    if (!rows.length) return;
    const settings = { ...WRITE_SETTINGS, ...(this.hasParameters && MODERN_WRITE_SETTINGS) };
    await this.#client
      .insert({ table, values: rows, format: 'JSONEachRow', clickhouse_settings: settings })
      .catch((error: unknown) => {
        throw toFailure(error);
      });
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  /** Closing the connection does not end a statement. */
  async #kill(id: string): Promise<void> {
    if (!this.#isRemote) return;
    await this.#client.command({ query: `KILL QUERY WHERE query_id = ${textLiteral(id)} ASYNC` }).catch(() => {});
  }
}

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

/** What a failure of ClickHouse means to whoever asked. */
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
