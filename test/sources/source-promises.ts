/** What every source promises, whoever computes: run against each of them. */
import { expect } from 'chai';
import * as z from 'zod/mini';
import {
  conversationAnswerSchema,
  conversationsPageSchema,
  metricsAnswerSchema,
  sourceDescriptionSchema,
} from '../../src/contract/wire-schemas.js';
import type { AgentData } from '../../src/core/facts/agent-data.js';
import type { ConversationsQuery, MetricsQuery } from '../../src/core/query.js';
import { createLocalSource, type LocalSourceOptions } from '../../src/sources/local-source.js';
import type { MetricsSource } from '../../src/sources/metrics-source.js';
import { june, NOW, rejection, resolved, said, talk, WEEK } from '../fixtures/make-facts.js';

const NASTY_ID = 'a/b?c=d&e #%2F é🙂';

export const facts: AgentData = {
  conversations: [
    resolved('first', june(1), {
      channel: 'web-chat',
      tag: 'order',
      profile: 'p1',
      clicks: [{ at: june(2), productId: 'shoe' }],
      handoffs: [],
    }),
    talk('second', june(2), {
      channel: 'sms, text;&=',
      tag: '100%',
      handoffs: [{ at: june(2), by: 'ticket' }],
      rating: { at: june(3), value: 4, comment: 'Good' },
    }),
    talk(NASTY_ID, june(3), {
      messages: [
        said('visitor', june(3), 'Wo ist die Straße?'),
        said('agent', june(3), 'Hier', { skill: ['faq'], internal: 'secret' } as never),
      ],
    }),
    { id: 'unknown-messages', startedAt: Date.UTC(2026, 5, 4), messageCount: 3, firstQuestion: 'Hello?' },
    talk('with-plan', june(5), { plan: 'pro', costCents: 12 } as never),
    { id: 'refused' } as never,
  ],
  orders: [{ id: 'o', at: june(2, '18:00'), profileId: 'p1', items: [{ productId: 'shoe', amount: 5000 }] }],
  skills: ['faq', 'returns'],
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  live: { agent: [{ since: Date.UTC(2026, 4, 1) }, { since: new Date(june(6)), until: null as never }] },
};

export const options: LocalSourceOptions = {
  now: NOW,
  columns: { conversations: { plan: 'text', costCents: 'number' } },
  labels: { channel: { 'web-chat': 'Web chat' } },
};

const base = {
  metrics: ['total-volume', 'ai-resolved-rate', 'ai-revenue', 'skill-uses', 'bot-score', 'goal-completion-rate'],
  ...WEEK,
};
const QUERIES: Record<string, MetricsQuery> = {
  totals: base,
  buckets: { ...base, grain: 'day' },
  'hours around a clock change': {
    ...base,
    metrics: ['total-volume'],
    from: '2026-03-28',
    to: '2026-03-30',
    timeZone: 'Europe/Berlin',
    grain: 'hour',
  },
  'groups and the rest': { ...base, groupBy: 'channel', limit: 1 },
  'groups that cannot be': { ...base, groupBy: 'region', grain: 'month' },
  'own groups': { ...base, groupBy: 'plan' },
  'a compared range': { ...base, compare: { from: '2026-05-25', to: '2026-05-31' }, grain: 'day', groupBy: 'status' },
  'filters with every sign': { ...base, filters: { channel: ['sms, text;&=', ''], '!tag': ['100%', '%25'] } },
  'filters without values': { ...base, filters: { channel: [] } },
  'a folded grain': { ...base, metrics: ['total-volume'], grain: 'hour-of-week', weekStart: 7 },
  'another now': { ...base, now: '2026-06-02T14:00:00+02:00' },
  'a range without facts': { ...base, from: '1999-01-01', to: '1999-01-02', grain: 'day' },
  'a question too long for an address': {
    ...base,
    groupBy: 'channel',
    filters: { '!channel': Array.from({ length: 400 }, (_, index) => `channel, number ${index}`) },
  },
};

const LISTS: Record<string, ConversationsQuery> = {
  'a first page': WEEK,
  'a search': { ...WEEK, search: 'STRASSE' },
  'a search with signs': { ...WEEK, search: '?&#%+;' },
  'a sorted page': { ...WEEK, sort: '-profile', page: 2, pageSize: 2 },
  'a page past the end': { ...WEEK, page: 99 },
  'a metric in a bar': { ...WEEK, metric: 'ai-revenue', fromInstant: '2026-06-02T18:00:00+00:00', toInstant: june(3) },
  'some ids': { ...WEEK, ids: [NASTY_ID, 'second', 'nobody'], sort: 'started-at' },
  'no ids': { ...WEEK, ids: [] },
  'more ids than an address holds': {
    ...WEEK,
    ids: [...Array.from({ length: 900 }, (_, index) => `nobody, number ${index}`), 'first'],
  },
  'a filtered list': { ...WEEK, filters: { channel: ['sms, text;&='] } },
};

/** Questions that cannot be asked, and the words and parameter of the refusal. */
const WRONG: Record<string, [ask: (source: MetricsSource) => Promise<unknown>, parameter: string, names: string]> = {
  'an unknown metric': [(source) => source.query({ ...base, metrics: ['happiness'] }), 'metrics', '"happiness"'],
  'no metric': [(source) => source.query({ ...base, metrics: [] }), 'metrics', 'at least one'],
  'an unknown dimension': [(source) => source.query({ ...base, groupBy: 'colour' }), 'groupBy', '"colour"'],
  'an unknown filter': [(source) => source.query({ ...base, filters: { colour: ['red'] } }), 'filters', '"colour"'],
  'an impossible date': [(source) => source.query({ ...base, from: '2026-02-30' }), 'from', '2026-02-30'],
  'an impossible end': [(source) => source.query({ ...base, to: '2026-06-31' }), 'to', '2026-06-31'],
  'an end before the start': [
    (source) => source.query({ ...base, from: '2026-06-08' }),
    'from',
    '2026-06-08/2026-06-07',
  ],
  'an unknown zone': [(source) => source.query({ ...base, timeZone: 'Mars/Olympus' }), 'timeZone', 'Mars/Olympus'],
  'a wrong now': [(source) => source.query({ ...base, now: 'soon' }), 'now', '"soon"'],
  'too many metrics': [
    (source) => source.query({ ...base, metrics: Array.from({ length: 41 }, () => 'total-volume') }),
    'metrics',
    '41',
  ],
  'an unknown sort key': [(source) => source.conversations({ ...WEEK, sort: 'size' }), 'sort', '"size"'],
  'page 0': [(source) => source.conversations({ ...WEEK, page: 0 }), 'page', '0'],
  'page size 201': [(source) => source.conversations({ ...WEEK, pageSize: 201 }), 'pageSize', '201'],
  'too many ids': [
    (source) => source.conversations({ ...WEEK, ids: Array.from({ length: 10_001 }, (_, index) => `c${index}`) }),
    'ids',
    '10001',
  ],
  'a list by an unknown metric': [
    (source) => source.conversations({ ...WEEK, metric: 'happiness' }),
    'metric',
    '"happiness"',
  ],
};

export function describeSource(
  name: string,
  open: (data: AgentData, options: LocalSourceOptions) => MetricsSource,
): void {
  const truth = createLocalSource(facts, options);

  describe(`${name} keeps what sources promise`, () => {
    let source: MetricsSource;
    beforeEach(() => {
      source = open(facts, options);
    });

    for (const [what, query] of Object.entries(QUERIES)) {
      it(`answers ${what} by the contract, as computed from the facts`, async () => {
        const answer = await source.query(query);
        expect(z.safeParse(metricsAnswerSchema, answer).error).to.equal(undefined);
        expect(answer).to.deep.equal(await truth.query(query));
      });
    }

    for (const [what, query] of Object.entries(LISTS)) {
      it(`lists ${what} by the contract, as computed from the facts`, async () => {
        const page = await source.conversations(query);
        expect(z.safeParse(conversationsPageSchema, page).error).to.equal(undefined);
        expect(page).to.deep.equal(await truth.conversations(query));
      });
    }

    it('describes itself by the contract', async () => {
      const described = await source.describe();
      expect(z.safeParse(sourceDescriptionSchema, described).error).to.equal(undefined);
      expect(described).to.deep.equal(await truth.describe());
      expect(described).to.deep.include({
        facts: { conversations: 5, orders: 1 },
        first: '2026-06-01T12:00:00.000Z',
        last: '2026-06-05T12:00:00.000Z',
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        live: { agent: [{ since: '2026-05-01T00:00:00.000Z' }, { since: '2026-06-06T12:00:00.000Z' }] },
        labels: { channel: { 'web-chat': 'Web chat' } },
        refused: {
          count: 1,
          first: [{ fact: 'conversations', index: 5, field: 'startedAt', reason: described.refused.first[0]!.reason }],
        },
      });
      expect(described.dimensions).to.deep.include({
        channel: { values: ['sms, text;&=', 'web-chat'], truncated: false },
        skill: { values: ['faq', 'returns'], truncated: false, multiValued: true },
        status: { values: ['resolved', 'routed', 'closed', 'open'], truncated: false },
        plan: { values: ['pro'], truncated: false },
      });
      expect(described.dimensions).to.not.have.property('region');
      expect(described.metrics).to.include.members(base.metrics);
    });

    it('gives one conversation whole, with times in UTC and no field that nobody declared', async () => {
      const conversation = await source.conversation(NASTY_ID);
      expect(z.safeParse(conversationAnswerSchema, conversation).error).to.equal(undefined);
      expect(conversation).to.deep.equal({
        id: NASTY_ID,
        startedAt: '2026-06-03T12:00:00.000Z',
        profile: null,
        messages: [
          { at: '2026-06-03T12:00:00.000Z', from: 'visitor', text: 'Wo ist die Straße?' },
          { at: '2026-06-03T12:00:00.000Z', from: 'agent', text: 'Hier', skill: ['faq'] },
        ],
      });
      expect(await source.conversation('first')).to.deep.include({
        profile: { id: 'p1' },
        clicks: [{ at: '2026-06-02T12:00:00.000Z', productId: 'shoe' }],
        handoffs: [],
      });
      expect(await source.conversation('with-plan')).to.deep.include({ plan: 'pro', costCents: 12 });
      expect(await source.conversation('unknown-messages')).to.not.have.property('messages');
    });

    it('rejects for an unknown conversation with 404 and its id', async () => {
      const error = await rejection(source.conversation('no "such" one'));
      expect([error.name, error['status']]).to.deep.equal(['SourceError', 404]);
      expect(error.message).to.include('no "such" one');
    });

    for (const [what, [ask, parameter, names]] of Object.entries(WRONG)) {
      it(`rejects ${what}, naming ${parameter}`, async () => {
        const error = await rejection(ask(source));
        expect([error['parameter'], error.message]).to.deep.equal([parameter, (await rejection(ask(truth))).message]);
        expect(error.message).to.include(names);
      });
    }

    it('answers over nothing at all', async () => {
      const nothing = open({}, { now: NOW });
      expect(await nothing.query(base)).to.deep.equal(await createLocalSource({}, { now: NOW }).query(base));
      expect(await nothing.conversations(WEEK)).to.deep.equal({ rows: [], total: 0, page: 1, pageSize: 25 });
      expect(await nothing.describe()).to.deep.include({
        facts: {},
        dimensions: {},
        first: null,
        last: null,
        timeZone: null,
        currency: null,
        refused: { count: 0, first: [] },
      });
    });

    const asks: Record<string, (source: MetricsSource, signal: AbortSignal) => Promise<unknown>> = {
      describe: (one, signal) => one.describe({ signal }),
      query: (one, signal) => one.query(base, { signal }),
      conversations: (one, signal) => one.conversations(WEEK, { signal }),
      conversation: (one, signal) => one.conversation('first', { signal }),
      knowledgeGaps: (one, signal) => one.knowledgeGaps(WEEK, { signal }),
    };
    for (const [what, ask] of Object.entries(asks)) {
      it(`${what} rejects with the reason of an abort, before and during the question`, async () => {
        const reason = new Error('left the page');
        expect(await rejection(ask(source, AbortSignal.abort(reason)))).to.equal(reason);
        const controller = new AbortController();
        const asked = rejection(ask(open(facts, options), controller.signal));
        controller.abort(reason);
        expect(await asked).to.equal(reason);
      });
    }

    it('answers many questions at once', async () => {
      const answers = await Promise.all(Object.values(QUERIES).map((query) => source.query(query)));
      expect(answers).to.deep.equal(await Promise.all(Object.values(QUERIES).map((query) => truth.query(query))));
    });
  });
}
