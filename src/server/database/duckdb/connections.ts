/** Connections to one DuckDB file: a few that read side by side, each stopped without disturbing the others. */
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export class Connections {
  readonly #instance: DuckDBInstance;
  readonly #most: number;
  readonly #idle: DuckDBConnection[] = [];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  #open = 0;
  #isClosed = false;

  constructor(instance: DuckDBInstance, most: number) {
    this.#instance = instance;
    this.#most = most;
  }

  async use<T>(signal: AbortSignal | undefined, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take(signal);
    const interrupt = () => connection.interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      signal?.throwIfAborted();
      const result = await work(connection);
      signal?.throwIfAborted();
      return result;
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    } finally {
      signal?.removeEventListener('abort', interrupt);
      this.#give(connection);
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const connection of this.#idle.splice(0)) connection.closeSync();
  }

  async #take(signal: AbortSignal | undefined): Promise<DuckDBConnection> {
    signal?.throwIfAborted();
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#open < this.#most) {
      this.#open++;
      return this.#instance.connect().catch((error: unknown) => {
        this.#open--;
        throw error;
      });
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(signal!.reason as Error);
      };
      const take = (connection: DuckDBConnection) => {
        signal?.removeEventListener('abort', leave);
        resolve(connection);
      };
      this.#waiting.push(take);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #give(connection: DuckDBConnection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else if (this.#isClosed) connection.closeSync();
    else this.#idle.push(connection);
  }
}
