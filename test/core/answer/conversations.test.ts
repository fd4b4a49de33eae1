import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { ConversationsQuery } from '../../../src/core/query.js';
import { defineMetric } from '../../../src/core/metrics/define-metric.js';
import { constant } from '../../../src/core/metrics/definition.js';
import { june, NOW, rejection, resolved, said, sourceOf, talk, WEEK } from '../../fixtures/make-facts.js';

const listOf = (data: AgentData, query: Partial<ConversationsQuery> = {}) =>
  sourceOf(data).conversations({ ...WEEK, ...query });
const idsOf = async (data: AgentData, query: Partial<ConversationsQuery> = {}) =>
  (await listOf(data, query)).rows.map(({ id }) => id);

const data: AgentData = {
  conversations: [
    talk('before', '2026-05-31T23:59:59.999Z', { clicks: [{ at: june(3), productId: 'shoe' }], profile: 'p1' }),
    resolved('a', june(1, '00:00'), { channel: 'web-chat', tag: 'order', clicks: [{ at: june(9) }] }),
    talk('b', june(2), {
      channel: 'sms',
      handoffs: [{ at: june(2), by: 'ticket' }],
      messages: [said('visitor', june(2)), said('agent', june(2), '', { skill: 'faq' })],
    }),
    talk('c', june(2), {
      channel: 'sms',
      handoffs: [{ at: june(2), by: 'message' }],
      rating: { at: june(5), value: 3 },
    }),
    talk('opened', june(4), { messages: [said('agent', june(4))] }),
    { id: 'd', startedAt: june(6), updatedAt: june(6, '18:00'), messageCount: 4, firstQuestion: 'Any news?' },
    talk('e', NOW),
    talk('later', june(7, '12:00:00.001')),
  ],
  orders: [{ id: 'o', at: june(4), profileId: 'p1', items: [{ productId: 'shoe', amount: 5 }] }],
};

describe('which conversations are listed', () => {
  const cases: [name: string, query: Partial<ConversationsQuery>, ids: string[]][] = [
    ['those that began in the range, up to now', {}, ['a', 'b', 'c', 'd', 'e']],
    ['one day', { from: '2026-06-02', to: '2026-06-02' }, ['b', 'c']],
    ['a day in Berlin', { from: '2026-06-01', to: '2026-06-01', timeZone: 'Europe/Berlin' }, ['a', 'before']],
    ['the future', { from: '2030-01-01', to: '2030-01-02' }, []],
    ['as of another now', { now: june(2) }, ['a', 'b', 'c']],
    ['filtered', { filters: { channel: ['sms'] } }, ['b', 'c']],
    ['filtered by status', { filters: { status: ['routed', 'closed'] } }, ['b', 'c']],
    ['filtered by a dimension that no record has', { filters: { region: ['DE'] } }, []],
    ['from an instant, included', { fromInstant: june(2) }, ['b', 'c', 'd', 'e']],
    ['from an instant 1 ms later', { fromInstant: '2026-06-02T12:00:00.001Z' }, ['d', 'e']],
    ['up to an instant, not included', { toInstant: june(2) }, ['a']],
    ['up to an instant 1 ms later', { toInstant: '2026-06-02T14:00:00.001+02:00' }, ['a', 'b', 'c']],
    ['a bar that is empty', { fromInstant: june(2), toInstant: june(2) }, []],
    [
      'instants outside the range do not widen it',
      { fromInstant: '2020-01-01T00:00:00Z', toInstant: '2030-01-01T00:00:00Z' },
      ['a', 'b', 'c', 'd', 'e'],
    ],
    ['by total-volume', { metric: 'total-volume' }, ['a', 'b', 'c', 'd', 'e']],
    [
      'by chat-opens: those without a visitor message too',
      { metric: 'chat-opens' },
      ['a', 'b', 'c', 'd', 'e', 'opened'],
    ],
    ['by ai-resolved', { metric: 'ai-resolved' }, ['a']],
    ['by a rate: those of its numerator', { metric: 'ai-resolved-rate' }, ['a']],
    ['by a rate of two values', { metric: 'ai-unresolved-rate' }, ['b', 'c']],
    ['by clicks, at the time of the click', { metric: 'link-clicks' }, ['before']],
    ['by clicks on another day', { metric: 'link-clicks', from: '2026-06-04', to: '2026-06-04' }, []],
    [
      'by revenue, at the time of the order',
      { metric: 'ai-revenue', from: '2026-06-04', to: '2026-06-04' },
      ['before'],
    ],
    ['by revenue on the day of the click', { metric: 'ai-revenue', from: '2026-06-03', to: '2026-06-03' }, []],
    ['by order value: those of its numerator', { metric: 'ai-order-value' }, ['before']],
    ['by rating, at the time of the rating', { metric: 'bot-score', from: '2026-06-05', to: '2026-06-05' }, ['c']],
    ['by satisfaction: nobody was satisfied', { metric: 'bot-satisfaction' }, []],
    ['by skill uses', { metric: 'skill-uses' }, ['b']],
    ['by response time', { metric: 'average-response-time' }, ['a', 'b']],
    ['by its median', { metric: 'average-response-time:median' }, ['a', 'b']],
    ['of these ids', { ids: ['b', 'd', 'nobody', 'b'] }, ['b', 'd']],
    ['of ids outside the range, in the future or without a question', { ids: ['before', 'later', 'opened'] }, []],
    ['of ids and filtered', { ids: ['a', 'b', 'd'], filters: { channel: ['sms'] } }, ['b']],
    ['of ids, by the clock of a metric', { ids: ['before', 'a'], metric: 'link-clicks' }, ['before']],
    ['of no ids', { ids: [] }, []],
    ['by a metric without data', { metric: 'goal-completion-rate' }, []],
  ];
  for (const [name, query, ids] of cases) {
    it(`${name}: ${ids.join(', ') || 'none'}`, async () => {
      const page = await listOf(data, { ...query, sort: 'started-at' });
      expect(page.rows.map(({ id }) => id).sort()).to.deep.equal([...ids].sort());
      expect(page.total).to.equal(ids.length);
    });
  }

  it('of returning users, only conversations of users who returned', async () => {
    const users: AgentData = {
      conversations: [
        talk('a', june(2), { profile: 'p1' }),
        talk('b', june(3), { profile: 'p1' }),
        talk('c', june(3), { profile: 'p2' }),
        talk('old', '2026-05-01T00:00:00Z', { profile: 'p2' }),
      ],
    };
    expect(await idsOf(users, { metric: 'returning-users', sort: 'started-at' })).to.deep.equal(['a', 'b']);
    expect(await idsOf(users, { metric: 'returning-users', to: '2026-06-02' })).to.deep.equal([]);
  });

  it('a metric that counts no fact has none behind it and says so', async () => {
    const metrics = [defineMetric({ id: 'seven', fact: 'conversations', formula: constant(7) })];
    const error = await rejection(sourceOf(data, { metrics }).conversations({ ...WEEK, metric: 'seven' }));
    expect(error['parameter']).to.equal('metric');
    expect(error.message).to.include('"seven"');
  });
});

describe('a row', () => {
  it('says what the table shows', async () => {
    const { rows } = await listOf({
      conversations: [
        talk('x', june(5, '10:00'), {
          channel: 'sms',
          tag: 'order',
          profile: { id: 'p', name: 'Ada', email: 'ada@example.org' },
          closedAt: june(6),
          messages: [
            said('agent', june(5, '10:02'), 'Soon.'),
            said('visitor', june(5, '10:01'), 'Where?'),
            said('human', june(5, '10:03'), 'Hello.'),
            said('visitor', june(8), 'Now?'),
          ],
        }),
      ],
    });
    expect(rows).to.deep.equal([
      {
        id: 'x',
        firstQuestion: 'Where?',
        profile: { id: 'p', name: 'Ada', email: 'ada@example.org' },
        channel: 'sms',
        status: 'routed',
        tag: 'order',
        messages: 3,
        startedAt: '2026-06-05T10:00:00.000Z',
        updatedAt: '2026-06-05T10:03:00.000Z',
      },
    ]);
  });

  it('of unknown messages says what was supplied instead', async () => {
    const { rows } = await listOf({
      conversations: [
        {
          id: 'x',
          startedAt: 1780657200000,
          updatedAt: june(6),
          messageCount: 4,
          firstQuestion: 'Where?',
          profile: 'p',
          status: 'closed',
        },
      ],
    });
    expect(rows).to.deep.equal([
      {
        id: 'x',
        firstQuestion: 'Where?',
        profile: { id: 'p' },
        channel: null,
        status: 'closed',
        tag: null,
        messages: 4,
        startedAt: '2026-06-05T11:00:00.000Z',
        updatedAt: '2026-06-06T00:00:00.000Z'.replace('T00', 'T12'),
      },
    ]);
  });

  it('of nothing but a start says null', async () => {
    const { rows } = await listOf({ conversations: [{ id: 'x', startedAt: june(5) }] });
    expect(rows[0]).to.deep.equal({
      id: 'x',
      firstQuestion: null,
      profile: null,
      channel: null,
      status: 'open',
      tag: null,
      messages: 0,
      startedAt: '2026-06-05T12:00:00.000Z',
      updatedAt: '2026-06-05T12:00:00.000Z',
    });
  });

  it('closing and handing over do not move its last update', async () => {
    const { rows } = await listOf({
      conversations: [talk('x', june(5), { closedAt: june(6), handoffs: [{ at: june(6), by: 'ticket' }] })],
    });
    expect(rows[0]!.updatedAt).to.equal('2026-06-05T12:00:00.000Z');
  });
});

describe('sorting', () => {
  const asking = (id: string, text: string, day: number, rest: Partial<Conversation> = {}) =>
    talk(id, june(day), { messages: [said('visitor', june(day), text)], ...rest });
  const sorted: AgentData = {
    conversations: [
      asking('a', 'Zebra', 3, { channel: 'sms', profile: { name: 'Bob' }, tag: 'B' }),
      asking('b', 'apple', 2, { channel: 'web-chat', profile: { email: 'ada@x.org' }, status: 'resolved', tag: 'b' }),
      asking('c', 'Äpfel', 4, { profile: { phone: '+49' }, status: 'closed' }),
      asking('d', '', 1, { channel: 'SMS', profile: { id: 'p' }, status: 'routed', tag: '' }),
      talk('e', june(5), {
        channel: 'voice',
        tag: 'a',
        profile: { name: '', email: 'eve@x.org' },
        messages: [said('visitor', june(5), 'mango'), said('visitor', june(6), 'x')],
      }),
    ],
  };
  const orders: [sort: string, ids: string][] = [
    ['first-question', 'c b e a d'],
    ['-first-question', 'a e b c d'],
    ['profile', 'c b a e d'],
    ['-profile', 'e a b c d'],
    ['channel', 'a d e b c'],
    ['-channel', 'b e a d c'],
    ['status', 'c a e b d'],
    ['-status', 'd b a e c'],
    ['outcome', 'a e b c d'],
    ['-outcome', 'c d b a e'],
    ['tag', 'e a b c d'],
    ['-tag', 'a b e c d'],
    ['messages', 'a b c d e'],
    ['-messages', 'e a b c d'],
    ['started-at', 'd b a c e'],
    ['-started-at', 'e c a b d'],
    ['updated-at', 'd b a c e'],
    ['-updated-at', 'e c a b d'],
  ];
  for (const [sort, ids] of orders) {
    it(`${sort} is ${ids}`, async () => expect((await idsOf(sorted, { sort })).join(' ')).to.equal(ids));
  }

  it('unset is the latest update first', async () => expect((await idsOf(sorted)).join(' ')).to.equal('e c a b d'));

  it('ties go by id in code points, in both directions', async () => {
    const ties: AgentData = { conversations: ['b', '𝒜', 'a', 'ﬀ', 'B', '10', '9'].map((id) => talk(id)) };
    for (const sort of ['started-at', '-started-at', 'tag', '-tag'])
      expect((await idsOf(ties, { sort })).join(' ')).to.equal('10 9 B a b ﬀ 𝒜');
  });

  for (const sort of ['', '-', 'started', 'startedAt', '--started-at', 'constructor', '+tag']) {
    it(`"${sort}" is refused`, async () => {
      const error = await rejection(listOf(sorted, { sort }));
      expect(error).to.be.instanceOf(RangeError);
      expect([error['parameter'], error.message.includes(`"${sort}"`)]).to.deep.equal(['sort', true]);
    });
  }
});

describe('pages', () => {
  const many: AgentData = {
    conversations: Array.from({ length: 60 }, (_, index) => talk(`c${String(index).padStart(2, '0')}`)),
  };
  const pages: [query: Partial<ConversationsQuery>, rows: number, first: string | undefined][] = [
    [{}, 25, 'c00'],
    [{ page: 2 }, 25, 'c25'],
    [{ page: 3 }, 10, 'c50'],
    [{ page: 4 }, 0, undefined],
    [{ page: 1_000_000 }, 0, undefined],
    [{ pageSize: 1 }, 1, 'c00'],
    [{ pageSize: 1, page: 60 }, 1, 'c59'],
    [{ pageSize: 200 }, 60, 'c00'],
    [{ pageSize: 60, page: 2 }, 0, undefined],
  ];
  for (const [query, rows, first] of pages) {
    it(`${JSON.stringify(query)} has ${rows} rows of 60${first ? `, the first is ${first}` : ''}`, async () => {
      const page = await listOf(many, query);
      expect([page.rows.length, page.rows[0]?.id, page.total, page.page, page.pageSize]).to.deep.equal([
        rows,
        first,
        60,
        query.page ?? 1,
        query.pageSize ?? 25,
      ]);
    });
  }

  const wrong: [query: Partial<ConversationsQuery>, parameter: string][] = [
    [{ ids: 'c00' as never }, 'ids'],
    [{ ids: [7] as never }, 'ids'],
    [{ ids: null as never }, 'ids'],
    [{ page: 0 }, 'page'],
    [{ page: -1 }, 'page'],
    [{ page: 1.5 }, 'page'],
    [{ pageSize: 0 }, 'pageSize'],
    [{ pageSize: 201 }, 'pageSize'],
    [{ page: NaN }, 'page'],
    [{ metric: 'happiness' }, 'metric'],
    [{ fromInstant: '2026-06-01' }, 'fromInstant'],
    [{ toInstant: 'soon' }, 'toInstant'],
    [{ filters: { colour: ['red'] } }, 'filters'],
    [{ timeZone: 'Mars' }, 'timeZone'],
    [{ from: '2026-02-30' }, 'from'],
    [{ to: '2026-02-30' }, 'to'],
    [{ now: 'soon' }, 'now'],
  ];
  for (const [query, parameter] of wrong) {
    it(`${JSON.stringify(query)} is refused at ${parameter}`, async () => {
      const error = await rejection(listOf(many, query));
      expect(error).to.be.instanceOf(RangeError);
      expect(error['parameter']).to.equal(parameter);
    });
  }
});

describe('ids', () => {
  const many: AgentData = {
    conversations: Array.from({ length: 60 }, (_, index) => talk(`c${String(index).padStart(2, '0')}`)),
  };
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);

  it('are sorted, searched and paged like any list', async () => {
    const ids = ['c07', 'c01', 'c05'];
    expect(await listOf(many, { ids, sort: 'started-at', page: 2, pageSize: 2 })).to.deep.include({
      total: 3,
      page: 2,
    });
    expect(await idsOf(many, { ids, sort: 'started-at' })).to.deep.equal(['c01', 'c05', 'c07']);
    expect(await idsOf(many, { ids, search: 'c05' })).to.deep.equal(['c05']);
  });

  it('are 10,000 at most', async () => {
    expect((await listOf(many, { ids: numbered(10_000) })).total).to.equal(50);
    const error = await rejection(listOf(many, { ids: numbered(10_001) }));
    expect([error instanceof RangeError, error['parameter']]).to.deep.equal([true, 'ids']);
    expect(error.message).to.include('10001').and.include('10000');
  });
});

describe('search', () => {
  const texts: AgentData = {
    conversations: [
      talk('ID-7', june(1), {
        messages: [
          said('visitor', june(1), 'Die Maße der Straße'),
          said('agent', june(2), 'Café  ＡＢＣ'),
          said('human', june(3), '배송 조회'),
        ],
      }),
      talk('b', june(2), { profile: { id: 'secret', name: 'İpek', email: 'ipek@example.org', phone: '+49 30 1234' } }),
      talk('c', june(3), {
        messages: [said('visitor', june(3), 'طلبي رقم ٧'), said('visitor', june(8), 'hidden until then')],
      }),
      { id: 'd', startedAt: june(4), firstQuestion: 'Wo ist mein Paket?' },
    ],
  };
  const found: [search: string, ids: string][] = [
    ['', 'ID-7 b c d'],
    ['   ', 'ID-7 b c d'],
    ['id-7', 'ID-7'],
    ['STRASSE', 'ID-7'],
    ['maße', 'ID-7'],
    ['  der   straße ', 'ID-7'],
    ['cafe', 'ID-7'],
    ['CAFÉ', 'ID-7'],
    ['abc', 'ID-7'],
    ['조회', 'ID-7'],
    ['ipek', 'b'],
    ['İPEK', 'b'],
    ['EXAMPLE.ORG', 'b'],
    ['+49 30', 'b'],
    ['رقم', 'c'],
    ['PAKET', 'd'],
    ['where is my', 'b'],
    ['is where', ''],
    ['secret', ''],
    ['hidden', ''],
    ['%', ''],
    ['.*', ''],
    ['order" OR 1=1', ''],
  ];
  for (const [search, ids] of found) {
    it(`${JSON.stringify(search)} finds ${ids || 'nothing'}`, async () => {
      const page = await listOf(texts, { search, sort: 'started-at' });
      expect(page.rows.map(({ id }) => id).join(' ')).to.equal(ids);
      expect(page.total).to.equal(ids === '' ? 0 : ids.split(' ').length);
    });
  }

  const places: [search: string, matches: object[]][] = [
    ['strasse', [{ messageIndex: 0, start: 13, end: 19 }]],
    [
      'e',
      [
        { messageIndex: 0, start: 2, end: 3 },
        { messageIndex: 1, start: 3, end: 4 },
      ],
    ],
    ['cafe', [{ messageIndex: 1, start: 0, end: 4 }]],
    ['조회', [{ messageIndex: 2, start: 3, end: 5 }]],
    ['id-7', []],
  ];
  for (const [search, matches] of places) {
    it(`${JSON.stringify(search)} says where: ${JSON.stringify(matches)}`, async () => {
      const { rows } = await listOf(texts, { search });
      expect(rows.find(({ id }) => id === 'ID-7')?.matches).to.deep.equal(matches);
    });
  }

  it('of a first question without messages says its place at index 0', async () => {
    expect((await listOf(texts, { search: 'paket' })).rows[0]!.matches).to.deep.equal([
      { messageIndex: 0, start: 12, end: 17 },
    ]);
  });

  it('unset says no places', async () =>
    expect((await listOf(texts)).rows.some((row) => 'matches' in row)).to.equal(false));
});
