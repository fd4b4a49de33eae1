/** Every record of a list, asked for page by page. */
import { yieldToMain } from '../ingest/run-in-slices.js';

const PAGE_SIZE = 200;

/** Lets the browser work in between. Records that move between pages meanwhile are there once. */
export async function fetchPages<R extends { id: string }, P extends { rows: R[]; total: number }>(
  ask: (page: number, pageSize: number) => Promise<P>,
  signal: AbortSignal,
): Promise<{ rows: R[]; last: P }> {
  const rows = new Map<string, R>();
  for (let page = 1; ; page++) {
    const last = await ask(page, PAGE_SIZE);
    signal.throwIfAborted();
    for (const row of last.rows) rows.set(row.id, row);
    if (last.rows.length === 0 || page * PAGE_SIZE >= last.total) return { rows: [...rows.values()], last };
    await yieldToMain();
    signal.throwIfAborted();
  }
}
