/** The kit over tickets and surveys, through `createLocalSource` as a page uses it. */
import { BUSINESS_HOURS, DAYS, dayKeys, dayStarts, TIME_ZONE } from './workload.mjs';

const NOW = new Date(dayStarts[DAYS]).toISOString();
const DESK = [
  'ticket-volume',
  'first-response-time',
  'response-time',
  'resolved-tickets',
  'resolution-time',
  'first-response-sla-rate',
  'csat',
  'unresolved-tickets',
];
const SERVICE = ['reopened-tickets', 'resolution-sla-rate', 'first-response-time:business'];
const YEAR = { from: dayKeys[0], to: dayKeys[DAYS - 1], timeZone: TIME_ZONE };
let source;
let turn = 0;

/** A `now` of its own for every question, so that no answer is a kept one. */
const ask = (query) =>
  source.query({ timeZone: TIME_ZONE, now: new Date(dayStarts[DAYS] + (turn++ % 900)).toISOString(), ...query });

export default {
  name: 'kit',
  async setupResponse(response, { kitBase }, form) {
    const { createLocalSource } = await import(`${kitBase}cdn/agent-metrics-kit.js`);
    const options = { now: NOW, settings: { businessHours: BUSINESS_HOURS } };
    if (form === 'ndjson') options.fact = 'tickets';
    const data = form === 'objects' ? await response.json() : response;
    source = createLocalSource(data, options);
    await source.describe();
  },
  async desk({ lastDay }) {
    const { metrics } = await ask({
      metrics: DESK,
      grain: 'day',
      from: dayKeys[lastDay - 30],
      to: dayKeys[lastDay - 1],
      compare: { from: dayKeys[lastDay - 60], to: dayKeys[lastDay - 31] },
    });
    return Object.fromEntries(
      DESK.map((id) => [
        id,
        { value: metrics[id].value, previous: metrics[id].previous, byBucket: metrics[id].byBucket },
      ]),
    );
  },
  async service({ lastDay }) {
    const { metrics } = await ask({
      metrics: SERVICE,
      grain: 'day',
      from: dayKeys[lastDay - 30],
      to: dayKeys[lastDay - 1],
    });
    return Object.fromEntries(SERVICE.map((id) => [id, { value: metrics[id].value, byBucket: metrics[id].byBucket }]));
  },
  async leaderboard() {
    const ids = ['resolved-tickets', 'resolution-time:p90', 'replies-per-ticket', 'resolution-sla-rate'];
    const { groups, metrics } = await ask({ ...YEAR, metrics: ids, groupBy: 'agent', limit: 100 });
    const rows = groups.map((agent, index) => {
      const [resolved, p90, replies] = ids.map((id) => metrics[id].byGroup[index]);
      return { agent, resolved, p90, replies };
    });
    return rows.sort((a, b) => (a.agent < b.agent ? -1 : 1));
  },
  async chart() {
    const { groups, metrics } = await ask({ ...YEAR, metrics: ['ticket-volume'], grain: 'day', groupBy: 'channel' });
    const order = groups.map((channel, index) => ({ channel, index })).sort((a, b) => (a.channel < b.channel ? -1 : 1));
    return order.map(({ index }) => metrics['ticket-volume'].byGroupAndBucket[index]);
  },
  async stock() {
    const { metrics } = await ask({ ...YEAR, metrics: ['unresolved-tickets'], grain: 'day' });
    return metrics['unresolved-tickets'].byBucket;
  },
};
