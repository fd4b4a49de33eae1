/** The conversation table of this kit in the table benchmark: the first page of 50 of the rows. It turns pages where the others scroll. */
// A path that the bundler of the benchmark leaves alone.
await import(`${location.origin}/dist/kit/cdn/agent-metrics-kit.js`);

const toRow = (row) => ({
  id: row.id,
  firstQuestion: row.firstQuestion,
  profile: row.profile === null ? null : { id: row.profile },
  channel: row.channel,
  status: row.status,
  tag: row.tag,
  messages: row.messageCount,
  startedAt: new Date(row.startedAt).toISOString(),
  updatedAt: new Date(row.updatedAt).toISOString(),
});

function rowSource(rows) {
  const last = new Date(rows.at(-1).startedAt).toISOString();
  return {
    describe: async () => ({
      facts: { conversations: rows.length },
      dimensions: {},
      first: new Date(rows[0].startedAt).toISOString(),
      last,
      timeZone: 'Europe/Berlin',
      currency: null,
      metrics: ['total-volume'],
      settings: {},
      refused: { count: 0, first: [] },
    }),
    conversations: async ({ page, pageSize }) => ({
      rows: rows.slice((page - 1) * pageSize, page * pageSize).map(toRow),
      total: rows.length,
      page,
      pageSize,
    }),
  };
}

export default {
  kind: 'table',
  name: 'agent-metrics-kit (50 a page)',
  async mount(place, rows, { height }) {
    const table = document.createElement('agent-conversation-table');
    Object.assign(table, {
      source: rowSource(rows),
      pageSize: 50,
      range: 'all-time',
      now: new Date(rows.at(-1).startedAt).toISOString(),
      timeZone: 'Europe/Berlin',
      lang: 'de',
    });
    const frame = document.createElement('div');
    frame.style.height = `${height}px`;
    frame.style.overflow = 'auto';
    frame.append(table);
    place.append(frame);
    return { scroller: () => frame, ready: () => table.renderRoot.querySelectorAll('tbody tr').length > 10 };
  },
};
