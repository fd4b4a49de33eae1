/**
 * The audit log of an IT help desk, where it lies beside the project: it is not part of it until its licence is confirmed. The log has
 * counters of its own, and every change can be counted again.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Ticket } from '../../../src/core/facts/tickets.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { openSql } from './duckdb.mjs';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/servicenow-incidents/incident_event_log.csv.gz', import.meta.url),
);
const RANGE = { from: '2016-01-01', to: '2017-12-31', timeZone: 'UTC' };
const TIME = (column: string) => `epoch_ms(strptime(nullif(${column}, '?'), '%d/%m/%Y %H:%M'))`;

if (!existsSync(FILE)) {
  describe('the log of incidents', () => {
    it('is not here, so its numbers are not checked; nothing else depends on it', () =>
      console.info('The incident log is not here: its five checks did not run.'));
  });
} else
  describe('the log of incidents', () => {
    let sql: Awaited<ReturnType<typeof openSql>>;
    let source: ReturnType<typeof createLocalSource>;
    const valueOf = async (metric: string) =>
      (await source.query({ metrics: [metric], ...RANGE })).metrics[metric]!.value;
    const counted = async (statement: string) => (await sql.rows(statement))[0]![0] as number;

    beforeAll(async () => {
      sql = await openSql();
      await sql.run(
        `CREATE TABLE log AS SELECT *, row_number() OVER () AS place FROM read_csv('${FILE}', all_varchar = true, header = true)`,
      );
      await sql.run(`CREATE TABLE steps AS SELECT number, place, ${TIME('sys_updated_at')} AS happened, assignment_group AS team, incident_state AS state, made_sla, CAST(reassignment_count AS INT) AS counter, CAST(reopen_count AS INT) AS reopened,
      lag(assignment_group) OVER w AS team_before, lag(incident_state) OVER w AS state_before, lag(CAST(reassignment_count AS INT)) OVER w AS counter_before, lag(made_sla) OVER w AS sla_before
      FROM log WINDOW w AS (PARTITION BY number ORDER BY place)`);
      const tickets = new Map<
        string,
        Required<Pick<Ticket, 'id' | 'createdAt' | 'assignments' | 'resolutions' | 'reopenings' | 'escalations'>>
      >();
      for (const [number, opened, resolved] of (await sql.rows(
        `SELECT number, max(${TIME('opened_at')}), max(${TIME('resolved_at')}) FROM log GROUP BY number`,
      )) as [string, number, number | null][]) {
        tickets.set(number, {
          id: number,
          createdAt: opened,
          assignments: [],
          resolutions: resolved === null ? [] : [resolved],
          reopenings: [],
          escalations: [],
        });
      }
      type Step = [
        number: string,
        at: number,
        team: string,
        teamBefore: string | null,
        state: string,
        stateBefore: string | null,
        sla: string,
        slaBefore: string | null,
      ];
      for (const [number, at, team, teamBefore, state, stateBefore, sla, slaBefore] of (await sql.rows(
        'SELECT number, happened, team, team_before, state, state_before, made_sla, sla_before FROM steps ORDER BY place',
      )) as Step[]) {
        const ticket = tickets.get(number)!;
        const isDone = (one: string | null) => one === 'Resolved' || one === 'Closed';
        if (team !== teamBefore) ticket.assignments.push({ at, agent: team });
        if (isDone(stateBefore) && !isDone(state)) ticket.reopenings.push(at);
        if (sla === 'false' && slaBefore !== 'false') ticket.escalations.push({ at, reason: 'sla' });
      }
      source = createLocalSource({ tickets: [...tickets.values()] }, { now: '2018-01-01T00:00:00Z' });
    });
    afterAll(() => sql.close());

    it('gives as many reassigned tickets as its changes, counted again', async () => {
      expect(await valueOf('reassigned-tickets')).to.equal(
        await counted('SELECT count(DISTINCT number) FROM steps WHERE team <> team_before'),
      );
    });

    it('differs from its own counter by the rises that show no change, and by nothing else', async () => {
      const counter = await counted('SELECT sum(last) FROM (SELECT max(counter) AS last FROM steps GROUP BY number)');
      const changes = await counted('SELECT count(*) FROM steps WHERE team <> team_before');
      const unseen = await counted('SELECT count(*) FROM steps WHERE counter > counter_before AND team = team_before');
      const started = await counted('SELECT coalesce(sum(counter), 0) FROM steps WHERE counter_before IS NULL');
      expect(
        await counted('SELECT count(*) FROM steps WHERE team <> team_before AND counter <> counter_before + 1'),
      ).to.equal(0);
      expect(changes + unseen + started).to.equal(counter);
      const byCounter = await counted(
        'SELECT count(*) FROM (SELECT number FROM steps GROUP BY number HAVING max(counter) > 0)',
      );
      const onlyUnseen = await counted(
        'SELECT count(*) FROM (SELECT number FROM steps GROUP BY number HAVING max(counter) > 0 AND count(*) FILTER (WHERE team <> team_before) = 0)',
      );
      expect((await valueOf('reassigned-tickets'))! + onlyUnseen).to.equal(byCounter);
    });

    it('gives as many reopened tickets as its own counter and as its changes', async () => {
      const reopened = await valueOf('reopened-tickets');
      expect(reopened).to.equal(await counted('SELECT count(DISTINCT number) FROM steps WHERE reopened > 0'));
      expect(reopened).to.equal(
        await counted(
          "SELECT count(DISTINCT number) FROM steps WHERE state_before IN ('Resolved', 'Closed') AND state NOT IN ('Resolved', 'Closed')",
        ),
      );
    });

    it('takes as long to resolve as SQL says, but for those it reopened and did not resolve again', async () => {
      const resolved = `SELECT number, max(${TIME('resolved_at')}) AS done, max(${TIME('opened_at')}) AS opened FROM log GROUP BY number`;
      const last =
        "SELECT number, max(happened) AS reopened FROM steps WHERE state_before IN ('Resolved', 'Closed') AND state NOT IN ('Resolved', 'Closed') GROUP BY number";
      const standing = `SELECT done - opened AS took FROM (${resolved}) LEFT JOIN (${last}) USING (number) WHERE done IS NOT NULL AND (reopened IS NULL OR reopened <= done)`;
      expect(await valueOf('resolved-tickets')).to.equal(await counted(`SELECT count(*) FROM (${standing})`));
      expect(await valueOf('resolution-time')).to.be.closeTo(
        await counted(`SELECT avg(took) / 1000 FROM (${standing})`),
        1e-6,
      );
      expect(await valueOf('resolution-time:median')).to.be.closeTo(
        await counted(`SELECT quantile_cont(took, 0.5) / 1000 FROM (${standing})`),
        1e-6,
      );
    });

    it('gives the share of breached targets that its own flag gives', async () => {
      expect(await valueOf('escalation-rate')).to.equal(
        await counted(
          "SELECT count(DISTINCT number) FILTER (WHERE made_sla = 'false') / count(DISTINCT number) FROM log",
        ),
      );
    });
  });
