/** The latest instant up to now at which something happened. */
import { latestRecordEvent } from './describe.js';
import type { Run, Sql } from './dialect.js';
import { Parameters, type SqlQuestion } from './question.js';

/** Among all events, those of conversations that begin later too; `null` without any. */
export async function latestEvent(now: number, question: SqlQuestion, run: Run): Promise<number | null> {
  const { dialect, tenant } = question;
  const ask = async (table: 'conversations' | 'orders', write: (at: Sql) => { latest: Sql; where: Sql }) => {
    const parameters = new Parameters(dialect);
    const { latest, where } = write(parameters.int(now));
    const [[count, found] = [0, null]] = await run(
      parameters.statement(
        `SELECT count(*), max(${latest}) FROM ${dialect.table(table)} WHERE tenant = ${parameters.text(tenant)} AND ${where}`,
      ),
    );
    return Number(count) > 0 ? Number(found) : null;
  };
  const times = [
    await ask('conversations', (at) => ({
      latest: `CASE WHEN last_event_at <= ${at} THEN last_event_at ELSE ${dialect.latestUpTo('event_at', at)} END`,
      where: `first_event_at <= ${at}`,
    })),
    await ask('orders', (at) => ({
      latest: `CASE WHEN cancelled_at <= ${at} AND cancelled_at > ordered_at THEN cancelled_at WHEN ordered_at <= ${at} THEN ordered_at ELSE cancelled_at END`,
      where: `(ordered_at <= ${at} OR cancelled_at <= ${at})`,
    })),
    await latestRecordEvent(now, question, run),
  ].filter((at) => at !== null);
  return times.length ? Math.max(...times) : null;
}
