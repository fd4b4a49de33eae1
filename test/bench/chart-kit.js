/** The volume chart of this kit in the chart benchmark: 365 days × 4 groups, as big as the others. */
// A path that the bundler of the benchmark leaves alone.
await import(`${location.origin}/dist/kit/cdn/agent-metrics-kit.js`);

const NAMES = ['resolved', 'routed', 'closed', 'open'];

/** A source whose only answer is what the benchmark hands over. */
function givenSource(labels) {
  const listeners = new Set();
  let given;
  return {
    give(series) {
      const byGroup = series.map((counts) => counts.reduce((sum, one) => sum + one, 0));
      const byBucket = labels.map((_, day) => series.reduce((sum, counts) => sum + counts[day], 0));
      const value = byGroup.reduce((sum, one) => sum + one, 0);
      given = {
        asOf: `${labels.at(-1)}T12:00:00.000Z`,
        buckets: labels,
        partial: labels.map(() => false),
        groups: NAMES,
        metrics: { 'total-volume': { value, byGroup, byBucket, byGroupAndBucket: series } },
      };
      for (const listener of listeners) listener();
    },
    source: {
      describe: async () => ({
        facts: { conversations: 1 },
        dimensions: { status: { values: NAMES, truncated: false } },
        first: `${labels[0]}T00:00:00.000Z`,
        last: `${labels.at(-1)}T12:00:00.000Z`,
        timeZone: 'Europe/Berlin',
        currency: null,
        metrics: ['total-volume'],
        settings: {},
        refused: { count: 0, first: [] },
      }),
      query: async () => given,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

const loaded = (element) => new Promise((resolve) => element.addEventListener('agent-load', resolve, { once: true }));

export default {
  kind: 'chart',
  name: 'agent-metrics-kit',
  async mount(place, { labels, series }) {
    const { give, source } = givenSource(labels);
    give(series);
    const chart = document.createElement('agent-volume-chart');
    chart.style.setProperty('--agent-chart-height', '400px');
    chart.style.width = '1200px';
    Object.assign(chart, {
      source,
      groupBy: 'status',
      grain: 'day',
      range: `${labels[0]}/${labels.at(-1)}`,
      now: `${labels.at(-1)}T12:00:00Z`,
      timeZone: 'Europe/Berlin',
    });
    const first = loaded(chart);
    place.append(chart);
    await first;
    await chart.updateComplete;
    return {
      async update(next) {
        const again = loaded(chart);
        give(next.series);
        await again;
        await chart.updateComplete;
      },
    };
  },
};
