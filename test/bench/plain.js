/** The measure beside this kit: rows as parsed, an array of objects, filtered and reduced anew for every question. */
import { dayOf } from './workload.mjs';

const STATUSES = ['resolved', 'routed', 'closed', 'open'];
let rows = [];
let filters = null;

const shown = () =>
  filters ? rows.filter(({ channel, tag }) => channel === filters.channel && filters.tags.includes(tag)) : rows;
const sumOf = (list, name) => list.reduce((sum, row) => sum + row[name], 0);

/** Linear between ranks. */
function quantile(sorted, share) {
  if (sorted.length === 0) return null;
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)];
  return below + (sorted[Math.ceil(rank)] - below) * (rank - Math.floor(rank));
}

function numbersOf(list) {
  const resolved = list.filter(({ status }) => status === 'resolved').length;
  const rated = list.filter(({ csat }) => csat !== null);
  const buyers = list.filter(({ revenue }) => revenue > 0);
  return {
    count: list.length,
    resolved,
    resolvedPct: resolved / list.length,
    revenue: sumOf(list, 'revenue'),
    cart: sumOf(list, 'addToCart'),
    clicks: sumOf(list, 'linkClicks'),
    aov: sumOf(buyers, 'revenue') / buyers.length,
    meanFirst: sumOf(list, 'firstResponseSec') / list.length,
    meanRes: sumOf(list, 'resolutionSec') / list.length,
    p90First: quantile(
      list.map(({ firstResponseSec }) => firstResponseSec).sort((a, b) => a - b),
      0.9,
    ),
    csatPct: rated.filter(({ csat }) => csat >= 4).length / rated.length,
  };
}

const between = (list, from, to) => list.filter(({ startedAt }) => startedAt >= from && startedAt < to);

export default {
  name: 'plain objects',
  async setupResponse(response) {
    rows = await response.json();
  },
  kpi({ from, to, prevFrom, prevTo }) {
    return { cur: numbersOf(between(shown(), from, to)), prev: numbersOf(between(shown(), prevFrom, prevTo)) };
  },
  chart({ days }) {
    const counts = new Uint32Array(days * STATUSES.length);
    for (const { startedAt, status } of shown())
      counts[dayOf(startedAt) * STATUSES.length + STATUSES.indexOf(status)]++;
    return counts;
  },
  filter(chosen) {
    filters = chosen;
  },
  search({ status, text, offset, limit }) {
    const phrase = text.toLowerCase();
    const found = rows
      .filter((row) => row.status === status && row.firstQuestion.toLowerCase().includes(phrase))
      .sort((a, b) => b.updatedAt - a.updatedAt);
    return { total: found.length, rows: found.slice(offset, offset + limit) };
  },
  append(more) {
    rows = [...rows, ...more];
  },
};
