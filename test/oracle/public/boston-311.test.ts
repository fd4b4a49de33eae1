/** The city's own verdicts on its targets. */
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Ticket } from '../../../src/core/facts/tickets.js';
import { slaVerdict } from '../../../src/core/tables/tickets.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { openSql } from './duckdb.mjs';

const FILE = fileURLToPath(new URL('../../fixtures/boston-311/boston311-61.csv', import.meta.url));
/** After every target: those of open requests had passed when the file was made. */
const NOW = '2023-06-30T23:59:59Z';
const RANGE = { from: '2021-01-01', to: '2023-06-30', timeZone: 'UTC' };

describe('61 requests of Boston', () => {
  let sql: Awaited<ReturnType<typeof openSql>>;
  let tickets: (Ticket & { verdict: string })[];

  beforeAll(async () => {
    sql = await openSql();
    await sql.run(
      `CREATE TABLE requests AS SELECT case_enquiry_id AS id, open_dt, target_dt, closed_dt, ontime, source FROM read_csv('${FILE}', all_varchar = true, header = true)`,
    );
    const rows = (await sql.rows('SELECT id, open_dt, target_dt, closed_dt, ontime, source FROM requests')) as (
      string | null
    )[][];
    // The clock of the wall, without a zone, as if it were UTC: only which is later counts.
    const instant = (text: string | null | undefined) => (text ? `${text.replace(' ', 'T')}Z` : undefined);
    tickets = rows.map(([id, opened, target, closed, verdict, source]) => {
      const [due, done] = [instant(target), instant(closed)];
      return {
        id: id!,
        createdAt: instant(opened)!,
        resolutions: done ? [done] : [],
        ...(due && { resolutionDueAt: due }),
        channel: source ?? '',
        verdict: verdict!,
      };
    });
  });
  afterAll(() => sql.close());

  it('are judged as the city judged them, all of them', () => {
    const told = tickets.map((ticket) => [ticket.id, slaVerdict(ticket, NOW) === 'overdue' ? 'OVERDUE' : 'ONTIME']);
    expect(told).to.deep.equal(tickets.map(({ id, verdict }) => [id, verdict]));
    expect(tickets.length).to.equal(61);
  });

  it('have no verdict where they have no target', () => {
    const verdicts = new Set(
      tickets.filter(({ resolutionDueAt }) => resolutionDueAt === undefined).map((ticket) => slaVerdict(ticket, NOW)),
    );
    expect([...verdicts]).to.deep.equal(['none']);
  });

  it('give the SLA rate, the overdue, the open and the channels that SQL gives', async () => {
    const source = createLocalSource({ tickets }, { now: NOW });
    const { metrics, groups } = await source.query({
      metrics: ['resolution-sla-rate', 'sla-overdue-open', 'unresolved-tickets', 'ticket-volume', 'resolution-time'],
      groupBy: 'channel',
      ...RANGE,
    });
    const [[rate, overdueOpen, open, all, seconds] = []] = await sql.rows(`SELECT
      count(*) FILTER (WHERE target_dt IS NOT NULL AND ontime = 'ONTIME') / count(*) FILTER (WHERE target_dt IS NOT NULL),
      count(*) FILTER (WHERE ontime = 'OVERDUE' AND closed_dt IS NULL), count(*) FILTER (WHERE closed_dt IS NULL), count(*),
      avg(epoch(closed_dt::TIMESTAMP) - epoch(open_dt::TIMESTAMP)) FROM requests`);
    expect(metrics['resolution-sla-rate']!.value).to.be.closeTo(rate as number, 1e-12);
    expect([
      metrics['sla-overdue-open']!.value,
      metrics['unresolved-tickets']!.value,
      metrics['ticket-volume']!.value,
    ]).to.deep.equal([overdueOpen, open, all]);
    expect(metrics['resolution-time']!.value).to.be.closeTo(seconds as number, 1e-6);
    const channels = await sql.rows('SELECT source, count(*) FROM requests GROUP BY source ORDER BY 1');
    expect(groups!.map((channel, index) => [channel, metrics['ticket-volume']!.byGroup![index]]).sort()).to.deep.equal(
      channels,
    );
  });
});
