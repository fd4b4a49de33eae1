/** Lists of conversations, and what bars lead to, as the kit and as SQL find them. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CalendarGrain, ConversationsQuery, MetricsQuery } from '../../src/core/query.js';
import { letsNothingPass, toSelectedList, toSelectedSettings, type Selection } from '../../src/core/selection.js';
import { createLocalSource, type LocalSource } from '../../src/sources/local-source.js';
import { toBuckets } from '../../src/core/time/buckets.js';
import { formatInstant } from '../../src/core/time/instant.js';
import { toDemoPath } from './compare-source.js';
import { createOracle, type Oracle } from './star-oracle.mjs';

type List = Omit<ConversationsQuery, 'page' | 'pageSize' | 'sort'>;

const star = { from: '2020-05-12', to: '2020-05-27', now: '2020-05-27T12:00:00Z', timeZone: 'Europe/Berlin' };
const shop = { from: '2026-04-01', to: '2026-06-07', now: '2026-06-07T12:00:00Z', timeZone: 'Europe/Berlin' };

const LISTS: Record<string, (List & { name: string })[]> = {
  'star.ndjson.gz': [
    { name: 'all', ...star },
    { name: 'a phrase in any message', ...star, search: 'Directions' },
    { name: 'a phrase with accents and case', ...star, search: '  thÄnk   YOU ' },
    {
      name: 'a phrase among settled hotel talks',
      ...star,
      search: 'towel',
      filters: { tag: ['hotel'], '!status': ['open'] },
    },
    { name: 'a phrase nobody said before noon', ...star, now: '2020-05-20T09:30:00Z', search: 'goodbye' },
    { name: 'an id', ...star, search: 'star-26' },
    { name: 'what used a skill', ...star, metric: 'skill-uses', filters: { skill: ['weather'] } },
    { name: 'what was missed', ...star, metric: 'missed-messages', timeZone: 'Pacific/Apia' },
    { name: 'what was rated well', ...star, metric: 'bot-satisfaction' },
    {
      name: 'opened chats in two hours',
      ...star,
      metric: 'chat-opens',
      fromInstant: '2020-05-15T20:00:00Z',
      toInstant: '2020-05-15T22:00:00Z',
    },
  ],
  'made-up.json.gz': [
    { name: 'all', ...shop },
    { name: 'a name', ...shop, search: 'lena' },
    { name: 'a phone number', ...shop, search: '+4477009' },
    { name: 'an e-mail among SMS', ...shop, search: '@example.com', filters: { channel: ['sms'] } },
    { name: 'German words with umlauts', ...shop, search: 'möchte' },
    {
      name: 'unresolved SMS about returns',
      ...shop,
      filters: { status: ['routed', 'closed'], channel: ['sms'], tag: ['returns'] },
    },
    { name: 'clicks by SMS', ...shop, metric: 'link-clicks', filters: { channel: ['sms'] } },
    { name: 'sales', ...shop, metric: 'ai-revenue' },
    { name: 'carts in May', ...shop, from: '2026-05-01', to: '2026-05-31', metric: 'add-to-cart' },
    { name: 'taken over by people', ...shop, metric: 'takeover-rate', filters: { '!channel': ['web-chat'] } },
    { name: 'not resolved', ...shop, metric: 'ai-unresolved-rate', search: 'bestell' },
  ],
};

/** Bars whose number is a number of conversations. */
const BARS: Record<string, (MetricsQuery & { name: string })[]> = {
  'star.ndjson.gz': [
    { name: 'days by status', ...star, metrics: ['total-volume'], grain: 'day', groupBy: 'status' },
    {
      name: 'days in Apia by tag, with a rest',
      ...star,
      timeZone: 'Pacific/Apia',
      metrics: ['total-volume'],
      grain: 'day',
      groupBy: 'tag',
      limit: 7,
    },
    {
      name: 'days by status, of which one is asked',
      ...star,
      metrics: ['total-volume'],
      grain: 'day',
      groupBy: 'status',
      filters: { status: ['resolved'] },
    },
    { name: 'weeks by skill', ...star, metrics: ['total-volume'], grain: 'week', groupBy: 'skill' },
  ],
  'made-up.json.gz': [
    { name: 'weeks by channel', ...shop, metrics: ['total-volume'], grain: 'week', groupBy: 'channel' },
    {
      name: 'days by outcome, SMS and email',
      ...shop,
      metrics: ['total-volume'],
      grain: 'day',
      groupBy: 'outcome',
      filters: { channel: ['sms', 'email'] },
    },
    {
      name: 'months by channel, of which two are asked',
      ...shop,
      metrics: ['total-volume'],
      grain: 'month',
      groupBy: 'channel',
      filters: { channel: ['sms', 'email'], '!tag': ['returns'] },
    },
    {
      name: 'resolved by tag with a rest',
      ...shop,
      metrics: ['ai-resolved'],
      grain: 'month',
      groupBy: 'tag',
      limit: 2,
      filters: { '!tag': ['products'] },
    },
    {
      name: 'hours of the day the clocks changed',
      ...shop,
      from: '2026-03-29',
      to: '2026-03-29',
      metrics: ['chat-opens'],
      grain: 'hour',
      groupBy: 'channel',
    },
  ],
};

for (const [file, lists] of Object.entries(LISTS)) {
  describe(`lists over ${file}`, () => {
    let oracle: Oracle;
    let source: LocalSource;

    beforeAll(async () => {
      oracle = await createOracle(toDemoPath(file));
      source = createLocalSource(gunzipSync(readFileSync(toDemoPath(file))).toString('utf8'));
    });
    afterAll(() => oracle?.close());

    for (const { name, ...query } of lists) {
      it(`hold the conversations that SQL finds: ${name}`, async () => {
        // The oracle takes the phrase as a person means it.
        const expected = await oracle.list({
          ...query,
          ...(query.search && { search: query.search.trim().replace(/\s+/g, ' ') }),
        });
        const { ids, total } = await allIds(source, query);
        expect(ids).to.deep.equal(expected);
        expect(total).to.equal(expected.length);
        expect(expected.length).to.be.above(0);
      });
    }

    for (const { name, ...query } of BARS[file]!) {
      it(`are as long as the bars that lead to them: ${name}`, async () => {
        const answer = await source.query(query);
        const numbers = answer.metrics[query.metrics[0]!]!;
        let bars = 0;
        for (const [group, value] of answer.groups!.entries()) {
          for (const [bucket, count] of numbers.byGroupAndBucket![group]!.entries()) {
            if (!count && bucket % 3 !== 0) continue;
            bars++;
            const { total } = await source.conversations({
              ...toList(query, answer.groups!, answer.otherIndex, group, bucket),
              pageSize: 1,
            });
            expect(total, `${value} ${answer.buckets![bucket]}`).to.equal(count ?? 0);
          }
        }
        expect(bars).to.be.above(3);
      });
    }
  });
}

async function allIds(source: LocalSource, query: List): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  for (let page = 1; ; page++) {
    const { rows, total } = await source.conversations({ ...query, page, pageSize: 200 });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0) return { ids: ids.sort((a, b) => (a < b ? -1 : 1)), total };
  }
}

/** The list that a bar's selection asks for. */
function toList(
  query: MetricsQuery,
  groups: readonly string[],
  otherIndex: number | undefined,
  group: number,
  bucket: number,
): ConversationsQuery {
  const { edges, labels } = toBuckets({
    from: query.from,
    to: query.to,
    timeZone: query.timeZone,
    grain: query.grain!,
    weekStart: 1,
    now: Date.parse(query.now!),
  });
  const isRest = group === otherIndex;
  const { timeZone, now, from, to } = query;
  const asked = { range: { from, to }, timeZone, weekStart: 1 as const, filters: query.filters ?? {}, now };
  const selection: Selection = {
    metric: query.metrics[0]!,
    asked,
    own: [],
    bucket: {
      label: labels[bucket]!,
      grain: query.grain as CalendarGrain,
      from: formatInstant(edges[bucket]!),
      to: formatInstant(edges[bucket + 1]!),
    },
    group: {
      dimension: query.groupBy!,
      values: isRest ? groups.filter((_, index) => index !== otherIndex) : [groups[group]!],
      isRest,
    },
  };
  const { filters = {} } = toSelectedSettings(selection, { ...asked, range: `${from}/${to}` }, undefined);
  return {
    from,
    to,
    timeZone,
    now: now!,
    filters: letsNothingPass(filters) ? {} : filters,
    ...toSelectedList(selection, filters),
  };
}
