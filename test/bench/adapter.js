/** This kit as a contestant of the peers benchmark: only the public interface of the built package, served under `ctx.kitBase`. */

const NUMBERS = ['revenue', 'addToCart', 'linkClicks', 'firstResponseSec', 'resolutionSec', 'csat'];
const STATUSES = ['resolved', 'routed', 'closed', 'open'];

/** The names of the benchmark's numbers, and how each is made of the columns of its rows. */
function ownMetrics({ defineMetric, count, mean, quantile, ratio, sum }) {
  const own = (name, formula) => ({
    name,
    ...defineMetric({
      id: toKebab(name),
      fact: 'conversations',
      at: 'startedAt',
      formula,
      unit: 'points',
      better: 'neither',
      label: name,
    }),
  });
  const resolved = count({ where: { status: 'resolved' } });
  return [
    own('count', count()),
    own('resolved', resolved),
    own('resolvedPct', ratio(resolved, count())),
    own('revenue', sum('revenue')),
    own('cart', sum('addToCart')),
    own('clicks', sum('linkClicks')),
    own('aov', ratio(sum('revenue'), count({ where: { revenue: { atLeast: Number.MIN_VALUE } } }))),
    own('meanFirst', mean('firstResponseSec')),
    own('meanRes', mean('resolutionSec')),
    own('p90First', quantile('firstResponseSec', 0.9)),
    own('csatPct', ratio(count({ where: { csat: { atLeast: 4 } } }), count({ where: { csat: { known: true } } }))),
  ];
}

const toKebab = (name) => name.replace(/[A-Z0-9]+/g, (part) => `-${part.toLowerCase()}`);

/** `open(kit, options)` makes the source from what the harness gives. */
export function contestant(name, note, open) {
  let kit;
  let source;
  let metrics;
  let filters = {};
  let base;

  async function settle(ctx, data) {
    base = { timeZone: ctx.tz };
    const options = {
      timeZone: ctx.tz,
      now: ctx.dayStarts[ctx.days],
      columns: { conversations: Object.fromEntries(NUMBERS.map((column) => [column, 'number'])) },
      metrics,
    };
    source = open(kit, data, options);
    // The harness holds the clock until questions can be asked.
    await source.describe();
    base.day = (instant) => ctx.dayKeys[ctx.dayOf(instant)];
  }

  const days = (from, to) => ({ from: base.day(from), to: base.day(to - 1) });

  return {
    name,
    thread: 'worker',
    note,
    async init(ctx) {
      kit = await import(`${ctx.kitBase}cdn/agent-metrics-kit.js`);
      metrics = ownMetrics(kit);
    },
    settle,
    async kpi({ from, to, prevFrom, prevTo }) {
      const answer = await source.query({
        metrics: metrics.map(({ id }) => id),
        ...days(from, to),
        compare: days(prevFrom, prevTo),
        timeZone: base.timeZone,
        filters,
      });
      const side = (key) => Object.fromEntries(metrics.map((metric) => [metric.name, answer.metrics[metric.id][key]]));
      return { cur: side('value'), prev: side('previous') };
    },
    async chart(range) {
      const answer = await source.query({
        metrics: ['count'],
        ...days(range.from, range.to),
        grain: 'day',
        groupBy: 'status',
        timeZone: base.timeZone,
        filters,
      });
      const cells = answer.metrics.count.byGroupAndBucket;
      const places = STATUSES.map((status) => answer.groups.indexOf(status));
      const counts = new Uint32Array(range.days * STATUSES.length);
      for (let day = 0; day < range.days; day++)
        for (let status = 0; status < places.length; status++)
          counts[day * places.length + status] = cells[places[status]][day];
      return counts;
    },
    filter(chosen) {
      filters = chosen ? { channel: [chosen.channel], tag: chosen.tags } : {};
    },
    search({ status, text, offset, limit }) {
      return source.conversations({
        from: '2000-01-01',
        to: '2100-01-01',
        timeZone: base.timeZone,
        filters: { status: [status] },
        search: text,
        sort: '-updated-at',
        page: offset / limit + 1,
        pageSize: limit,
      });
    },
    append(conversations) {
      return source.append({ conversations });
    },
  };
}

const { settle, ...asked } = contestant(
  'agent-metrics-kit',
  'rows of JSON from a Response, read and asked in a worker',
  (kit, response, options) => kit.createLocalSource(response, options),
);

export default { ...asked, setupResponse: (response, ctx) => settle(ctx, response) };
