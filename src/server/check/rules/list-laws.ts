/** The list of conversations is the same facts as the numbers, page by page. */
import { SORT_KEYS } from '../../../core/answer/engine.js';
import { foldPhrase } from '../../../core/answer/fold-text.js';
import type { ConversationRow, ConversationsQuery } from '../../../core/query.js';
import { Broken, NotAsked, requireEqual, toText, type RuleGroup } from '../rule.js';
import { askMetrics, definitionOf, type Subject } from '../subject.js';

const MAX_PAGES = 4;

export const listLaws: RuleGroup = {
  title: 'Lists are the same facts as numbers',
  rules: [
    { says: 'the list has as many conversations as total-volume counts', test: totals },
    { says: 'behind every count of conversations stand as many', test: metricTotals },
    { says: 'behind a bar stand as many as it shows', test: bars },
    { says: 'pages show each conversation once', test: pages },
    { says: 'a page past the end has no rows and the true total', test: pastTheEnd },
    ...SORT_KEYS.map((key) => ({
      says: `sorting by ${key} is the other way round with a minus, and loses nothing`,
      test: (subject: Subject) => sorts(subject, key),
    })),
    { says: 'newest first is newest first', test: newestFirst },
    { says: 'the same filter leaves the same in list and number', test: filters },
    { says: 'ids choose conversations', test: ids },
    { says: 'a search finds what a question says, and nothing where there is nothing', test: search },
  ],
};

function list({ probe, scope }: Subject, query: Partial<ConversationsQuery> = {}) {
  return probe.source.conversations({ ...scope, ...query });
}

async function totals(subject: Subject): Promise<void> {
  const { metrics } = await askMetrics(subject, { metrics: ['total-volume'] });
  requireEqual((await list(subject, { pageSize: 1 })).total, metrics['total-volume']!.value ?? 0, 'total');
}

async function metricTotals(subject: Subject): Promise<void> {
  for (const id of subject.additive) {
    const definition = definitionOf(subject, id)!;
    if (definition.formula.op !== 'count' || (definition.formula.fact ?? definition.fact) !== 'conversations') continue;
    const { value } = (await askMetrics(subject, { metrics: [id] })).metrics[id]!;
    if (value !== null)
      requireEqual((await list(subject, { metric: id, pageSize: 1 })).total, value, `the total behind ${id}`);
  }
}

async function bars(subject: Subject): Promise<void> {
  const { buckets = [], metrics } = await askMetrics(subject, { metrics: ['total-volume'], grain: 'hour' });
  const { byBucket = [] } = metrics['total-volume']!;
  // One in the middle, so that both ends matter.
  const full = byBucket.flatMap((number, index) => (number ? [index] : []));
  const bar = full[Math.floor(full.length / 2)];
  if (bar === undefined) throw new NotAsked('there are no conversations');
  const start = Date.parse(`${buckets[bar]!.slice(0, 16)}:00${buckets[bar]!.slice(16)}`);
  // Hours of a clock change may be shorter; the next label says where this one ends.
  const next = buckets[bar + 1];
  const end = next === undefined ? start + 3_600_000 : Date.parse(`${next.slice(0, 16)}:00${next.slice(16)}`);
  const { total } = await list(subject, {
    fromInstant: new Date(start).toISOString(),
    toInstant: new Date(end).toISOString(),
    pageSize: 1,
  });
  requireEqual(total, byBucket[bar], `the total behind ${buckets[bar]}`);
}

async function pages(subject: Subject): Promise<void> {
  const { rows, total } = await list(subject, { pageSize: 200 });
  const pageSize = Math.max(1, Math.ceil(rows.length / MAX_PAGES));
  const seen: string[] = [];
  for (let page = 1; page <= Math.ceil(rows.length / pageSize); page++) {
    const one = await list(subject, { page, pageSize });
    requireEqual(one.total, total, 'total');
    seen.push(...one.rows.map(({ id }) => id));
  }
  requireEqual(
    seen.slice(0, rows.length),
    rows.map(({ id }) => id),
    'ids, page by page',
  );
  if (new Set(seen).size !== seen.length)
    throw new Broken('each id once', toText(seen.filter((id, index) => seen.indexOf(id) !== index)));
}

async function pastTheEnd(subject: Subject): Promise<void> {
  const { total } = await list(subject, { pageSize: 1 });
  const past = await list(subject, { page: total + 2, pageSize: 1 });
  requireEqual([past.rows, past.total], [[], total], 'rows and total');
}

async function sorts(subject: Subject, key: string): Promise<void> {
  const [up, down] = await Promise.all([key, `-${key}`].map((sort) => list(subject, { sort, pageSize: 200 })));
  requireEqual(up!.total, down!.total, 'total');
  if (up!.total > up!.rows.length) return;
  requireEqual(up!.rows.map(({ id }) => id).sort(), down!.rows.map(({ id }) => id).sort(), 'ids');
}

async function newestFirst(subject: Subject): Promise<void> {
  const columns: [sort: string, read: (row: ConversationRow) => number][] = [
    ['-started-at', ({ startedAt }) => Date.parse(startedAt)],
    ['-updated-at', ({ updatedAt }) => Date.parse(updatedAt)],
    ['-messages', ({ messages }) => messages],
  ];
  for (const [sort, read] of columns) {
    const numbers = (await list(subject, { sort, pageSize: 200 })).rows.map(read);
    const wrong = numbers.findIndex((number, index) => index > 0 && number > numbers[index - 1]!);
    if (wrong > 0) throw new Broken(`row ${wrong} by ${sort} to come before row ${wrong - 1}`, 'the other order');
  }
  requireEqual(
    (await list(subject)).rows.map(({ id }) => id),
    (await list(subject, { sort: '-updated-at' })).rows.map(({ id }) => id),
    'ids without a sort key',
  );
}

async function filters(subject: Subject): Promise<void> {
  for (const [name, { values }] of Object.entries(subject.description.dimensions)) {
    for (const filter of [name, `!${name}`]) {
      const chosen = { [filter]: values.slice(0, 2) };
      if (values.length === 0) continue;
      const { value } = (await askMetrics(subject, { metrics: ['total-volume'], filters: chosen })).metrics[
        'total-volume'
      ]!;
      if (value !== null)
        requireEqual(
          (await list(subject, { filters: chosen, pageSize: 1 })).total,
          value,
          `the total where ${toText(chosen)}`,
        );
    }
  }
}

async function ids(subject: Subject): Promise<void> {
  const { rows } = await list(subject, { pageSize: 3 });
  const chosen = rows.map(({ id }) => id);
  requireEqual(
    (await list(subject, { ids: [...chosen, 'no such id'] })).rows.map(({ id }) => id).sort(),
    [...chosen].sort(),
    'ids',
  );
}

async function search(subject: Subject): Promise<void> {
  const { rows } = await list(subject, { pageSize: 50 });
  const row = rows.find(
    ({ firstQuestion }) => foldPhrase(firstQuestion ?? '').length > 3 && !/\s\s|[^\S ]/.test(firstQuestion!),
  );
  if (!row) throw new NotAsked('no question can be seen');
  const found = await list(subject, { search: row.firstQuestion!.slice(0, 60).toUpperCase(), pageSize: 200 });
  if (found.total <= found.rows.length && !found.rows.some(({ id }) => id === row.id))
    throw new Broken(`${row.id} among what is found`, toText(found.rows.map(({ id }) => id)));
  requireEqual((await list(subject, { search: 'qzx-no-such-words-xzq' })).total, 0, 'the total of what is nowhere');
}
