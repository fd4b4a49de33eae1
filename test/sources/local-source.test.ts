import { expect } from 'chai';
import type { AgentData } from '../../src/core/facts/agent-data.js';
import type { Conversation } from '../../src/core/facts/conversations.js';
import { defineMetric } from '../../src/core/metrics/define-metric.js';
import { count } from '../../src/core/metrics/definition.js';
import { createLocalSource, type LocalSourceOptions } from '../../src/sources/local-source.js';
import type { SuppliedData } from '../../src/ingest/read-facts.js';
import type { SourceError } from '../../src/core/source-error.js';
import { RECORD_FACTS } from '../../src/core/facts/registry.js';
import { june, NOW, rejection, resolved, said, sourceOf, talk, WEEK } from '../fixtures/make-facts.js';

const FACTS = ['conversations', 'orders', 'articles', ...RECORD_FACTS];

const open = (data: unknown, options: LocalSourceOptions = {}) =>
  createLocalSource(data as SuppliedData, { now: NOW, ...options });
const volumeOf = async (data: unknown, options: LocalSourceOptions = {}) =>
  (await open(data, options).query({ metrics: ['total-volume'], ...WEEK })).metrics['total-volume']!.value;
const lines = (...records: unknown[]) =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');

const two = [talk('a'), talk('b')];
const data: AgentData = { conversations: two };
const ndjson = lines(...two);

function lockedAnswer(): Response {
  const answer = new Response('[]');
  answer.body!.getReader();
  return answer;
}

describe('what can be supplied', () => {
  const forms: [name: string, supplied: () => unknown, value: number | null][] = [
    ['an object of lists', () => data, 2],
    ['its JSON', () => JSON.stringify(data), 2],
    ['its JSON over many lines', () => JSON.stringify(data, null, 2), 2],
    ['its JSON after a byte order mark', () => `\uFEFF${JSON.stringify(data)}`, 2],
    ['a Blob of it', () => new Blob([JSON.stringify(data)]), 2],
    ['a Response of it', () => new Response(JSON.stringify(data)), 2],
    ['a list', () => two, 2],
    ['the JSON of a list', () => JSON.stringify(two), 2],
    ['NDJSON', () => ndjson, 2],
    ['NDJSON with blank lines and Windows line ends', () => `\r\n${ndjson.replace('\n', '\r\n\r\n')}\r\n\n`, 2],
    ['NDJSON after a byte order mark', () => `\uFEFF${ndjson}`, 2],
    ['NDJSON of one line', () => JSON.stringify(two[0]), 1],
    ['a Blob of NDJSON', () => new Blob([ndjson]), 2],
    ['a Response of NDJSON', () => new Response(ndjson), 2],
    ['an empty text', () => '', 0],
    ['an empty list', () => [], 0],
    ['an object without lists', () => ({}), null],
    ['an object with a list that is null', () => ({ conversations: null }), null],
    ['an object with fields that nobody knows', () => ({ ...data, parcels: [1], version: 7 }), 2],
  ];
  for (const [name, supplied, value] of forms) {
    it(`${name} gives ${value} conversations`, async () => expect(await volumeOf(supplied())).to.equal(value));
  }

  it('a list holds what the option says', async () => {
    const order = { id: 'o', at: june(5), items: [] };
    for (const supplied of [[order], JSON.stringify([order]), JSON.stringify(order)]) {
      expect((await open(supplied, { fact: 'orders' }).describe()).facts).to.deep.equal({ orders: 1 });
    }
  });

  const unreadable: [name: string, supplied: unknown, names: string][] = [
    ['a text that is neither', 'Hello, world', 'Hello, world'],
    ['truncated JSON', '{"conversations":[{"id":', '{\\"conversations\\"'],
    ['HTML', '<!doctype html>', '<!doctype html>'],
    ['null', null, 'null'],
    ['a number', 7, '7'],
    ['the JSON of a number', '7', '7'],
    ['an answer that failed', new Response('', { status: 404 }), '404'],
    [
      'an answer that breaks off',
      new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('The line is dead.')) })),
      'could not be read to their end',
    ],
    ['an answer that somebody else reads', lockedAnswer(), 'could not be read to their end'],
    ['a wrong currency', { currency: 'Euro' }, '"Euro"'],
    ['skills that are no list', { skills: 'faq' }, '"faq"'],
    ['live spans without a start', { live: { agent: [{}] } }, '{"agent":[{}]}'],
    ['live spans that are a text', { live: { agent: 'always' } }, 'always'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'Mars/Olympus'],
  ];
  for (const [name, supplied, names] of unreadable) {
    it(`${name} rejects every answer and names it`, async () => {
      const source = open(supplied);
      const first = await rejection(source.describe());
      expect(first.message).to.include(names);
      expect(['SourceError', 'RangeError']).to.include(first.name);
      expect(await rejection(source.query({ metrics: ['total-volume'], ...WEEK }))).to.equal(first);
    });
  }

  it('the source is there at once, its answers wait for the data', async () => {
    let give: (text: string) => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        give = (text) => {
          controller.enqueue(new TextEncoder().encode(text));
          controller.close();
        };
      },
    });
    const source = open(new Response(body));
    const asked = source.describe();
    give(JSON.stringify(data));
    expect((await asked).facts).to.deep.equal({ conversations: 2 });
  });

  const wrong: [options: unknown, names: string][] = [
    [{ fact: 'parcels' }, '"parcels"'],
    [{ timeZone: 'Mars' }, 'Mars'],
    [{ currency: 'euro' }, '"euro"'],
    [{ currency: null }, 'null'],
    [{ now: 'soon' }, '"soon"'],
    [{ now: 1780000000 }, '1780000000'],
    [{ settings: { inactivityHours: -1 } }, 'inactivityHours'],
    [{ settings: [] }, '[]'],
    [{ settings: { inactivityHour: 4 } }, '"inactivityHour"'],
    [{ settings: { hubHours: '4' } }, 'hubHours is "4"'],
    [{ settings: { socialChannels: 'x' } }, 'socialChannels is "x"'],
    [{ settings: { socialChannels: [''] } }, 'socialChannels'],
    [{ settings: { attribution: { byChannels: {} } } }, '"byChannels"'],
    [{ settings: { attribution: { byChannel: { sms: { touch: 'look', hours: 1 } } } } }, '"look"'],
    [{ settings: { goals: [] } }, 'goals is []'],
    [{ settings: { goals: { sold: { price: 1 } } } }, 'goals.sold tests the unknown column "price"'],
    [{ settings: { goals: { sold: { tag: { in: ['order'] } } } } }, 'goals.sold tests "tag"'],
    [{ settings: { goals: { sold: 'order' } } }, 'goals.sold has the condition "order"'],
    [{ settings: { businessHours: { timeZone: 'Mars', week: {} } } }, 'Mars'],
    [{ settings: { businessHours: { timeZone: 'UTC' } } }, 'businessHours.week'],
    [{ settings: { businessHours: { timeZone: 'UTC', week: { 0: [] } } } }, 'businessHours.week.0'],
    [{ settings: { businessHours: { timeZone: 'UTC', week: { 1: [['17:00', '09:00']] } } } }, '17:00'],
    [{ settings: { businessHours: { timeZone: 'UTC', week: {}, holidays: ['2026-02-30'] } } }, '2026-02-30'],
    [{ settings: { businessHours: { timeZone: 'UTC', week: {}, days: 5 } } }, 'businessHours.days'],
    [{ columns: { conversations: { user: 'text' } } }, '"user"'],
    [{ columns: { conversations: { status: 'text' } } }, '"status"'],
    [{ columns: { conversations: { messages: 'text' } } }, '"messages"'],
    [{ columns: { conversations: { productId: 'text' } } }, '"productId"'],
    [{ columns: { conversations: { plan: 'string' } } }, '"string"'],
    [{ columns: { conversations: { '!plan': 'text' } } }, '"!plan"'],
    [{ columns: { conversations: { constructor: 'text' } } }, '"constructor"'],
    [{ columns: { orders: { items: 'text' } } }, '"items" of orders'],
    [
      { columns: { orders: { plan: 'text' }, tickets: { plan: 'number' } } },
      'a text of orders and a number of tickets',
    ],
    [{ columns: { parcels: { plan: 'text' } } }, '"parcels"'],
    [{ metrics: [{ id: 'mine', fact: 'parcels', formula: { op: 'count' } }] }, '"parcels"'],
    [{ metrics: [{ id: 'Mine', fact: 'conversations', formula: { op: 'count' } }] }, '"Mine"'],
  ];
  for (const [options, names] of wrong) {
    it(`the options ${JSON.stringify(options)} are refused at once: ${names}`, () =>
      expect(() => open(data, options as LocalSourceOptions)).to.throw(RangeError, names));
  }
});

describe('records that do not fit', () => {
  const refusedOf = async (supplied: unknown, options?: LocalSourceOptions) =>
    (await open(supplied, options).describe()).refused;

  it('are told by fact, index, field and reason, and the others are kept', async () => {
    const supplied = {
      conversations: [
        talk('a'),
        { id: 'b' },
        null,
        talk('c'),
        talk('d', june(5), { messages: [said('robot' as never, june(5))] }),
      ],
      orders: [
        { id: 'o', at: june(5), items: [] },
        { id: 'p', at: june(5), items: {} },
      ],
    };
    const { count: all, first } = await refusedOf(supplied);
    expect(all).to.equal(4);
    expect(first.map(({ fact, index, field }) => `${fact}[${index}].${field}`)).to.deep.equal([
      'conversations[1].startedAt',
      'conversations[2].',
      'conversations[4].messages[0].from',
      'orders[1].items',
    ]);
    expect(first[2]!.reason).to.include('"robot"');
    expect(await volumeOf(supplied)).to.equal(2);
  });

  it('are counted beyond those that are told', async () => {
    const { count: all, first } = await refusedOf({ conversations: Array.from({ length: 150 }, () => ({})) });
    expect([all, first.length]).to.deep.equal([150, 100]);
  });

  it('in NDJSON keep their true indexes, broken lines included', async () => {
    const text = lines(talk('a'), '{broken', talk('b'), { id: 'c' }, talk('d'), 'null');
    const { count: all, first } = await refusedOf(text);
    expect(all).to.equal(3);
    expect(first.map(({ index, field }) => [index, field]).sort()).to.deep.equal([
      [1, ''],
      [3, 'startedAt'],
      [5, ''],
    ]);
    expect(first.find(({ index }) => index === 1)!.reason).to.include('not JSON');
    expect(await volumeOf(text)).to.equal(3);
  });

  it('a list that is no list is one refusal', async () => {
    expect((await refusedOf({ conversations: 'none' })).first).to.deep.equal([
      { fact: 'conversations', index: 0, field: '', reason: 'is "none", not a list' },
    ]);
  });

  it('lists that are not read are one refusal each, with the reason', async () => {
    const { count: all, first } = await refusedOf({
      conversations: [talk('a')],
      invoices: [{ id: 't' }, { id: 'u' }],
      nonsense: [1],
    });
    expect([all, first]).to.deep.equal([
      2,
      [
        { fact: 'invoices', index: 0, field: '', reason: `is no fact; use one of: ${FACTS.join(', ')}` },
        { fact: 'nonsense', index: 0, field: '', reason: `is no fact; use one of: ${FACTS.join(', ')}` },
      ],
    ]);
  });

  it('a record of any fact is refused with its place, field and reason, and the others stay', async () => {
    const { count: all, first } = await refusedOf({
      conversations: [talk('a')],
      tickets: [{ id: 't', createdAt: june(1) }, { id: 'u' }],
      surveys: [
        { id: 's', kind: 'nps', value: 11 },
        { id: 'r', kind: 'ces', scale: 5 },
      ],
    });
    expect([all, first]).to.deep.equal([
      3,
      [
        {
          fact: 'tickets',
          index: 1,
          field: 'createdAt',
          reason: 'is missing, not an instant: use ISO 8601 with Z or an offset, or epoch milliseconds',
        },
        { fact: 'surveys', index: 0, field: 'value', reason: 'is 11, not from 0 to 10 as nps is' },
        { fact: 'surveys', index: 1, field: 'scale', reason: 'is 5; ces is always up to 7, so convert the value' },
      ],
    ]);
  });

  for (const [name, form] of [
    ['objects', (records: object[]) => ({ conversations: records })],
    ['JSON', (records: object[]) => JSON.stringify({ conversations: records })],
    ['lines', (records: object[]) => lines(...records)],
    [
      'columns',
      (records: { id: string; startedAt: unknown }[]) => ({
        columns: {
          conversations: {
            id: records.map(({ id }) => id),
            startedAt: records.map(({ startedAt }) => startedAt),
            messageCount: records.map(() => 2),
          },
        },
      }),
    ],
  ] as const) {
    it(`a conversation from no time is refused by its place among ${name}, and all others count`, async () => {
      const times = [
        june(1),
        '0001-01-01T00:00:00Z',
        june(2),
        '9999-12-31T23:59:59Z',
        1e11,
        Date.parse(june(3)),
        '1970-01-01T00:00:00Z',
      ];
      const supplied = form(times.map((startedAt, index) => ({ id: `c${index}`, startedAt, messageCount: 2 })));
      const { count: all, first } = await refusedOf(supplied);
      expect([all, first.map(({ index, field }) => [index, field])]).to.deep.equal([
        4,
        [1, 3, 4, 6].map((index) => [index, 'startedAt']),
      ]);
      expect(first[0]!.reason).to.include('is "0001-01-01T00:00:00Z", not from 1990 to 2099');
      const { first: earliest, last } = await open(supplied).describe();
      expect([earliest, last].map((at) => at?.slice(0, 7))).to.deep.equal(['2026-06', '2026-06']);
      expect(await volumeOf(supplied)).to.equal(3);
    });
  }

  it('a record nested too deep is refused by its place', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const text = lines(talk('a'), JSON.stringify(talk('b')).replace(/}$/, `,"custom":${deep}}`), talk('c'));
    expect((await refusedOf(text)).first).to.deep.equal([
      { fact: 'conversations', index: 1, field: 'custom', reason: 'is nested deeper than 1000 levels' },
    ]);
    expect(await volumeOf(text)).to.equal(2);
  });

  it('one line without an id is a record that is refused', async () => {
    const { count: all, first } = await refusedOf(JSON.stringify({ startedAt: june(5), messages: [] }));
    expect([all, first[0]!.fact, first[0]!.field]).to.deep.equal([1, 'conversations', 'id']);
  });

  it('do not count as supplied', async () => {
    expect(
      (await open({ conversations: [talk('a'), { id: 'b', clicks: [] }] }).query({ metrics: ['link-clicks'], ...WEEK }))
        .metrics['link-clicks'],
    ).to.deep.equal({ value: null, reason: 'no-data' });
  });
});

describe('custom columns', () => {
  const columns = { conversations: { plan: 'text', costCents: 'number' } } as const;

  it('that do not fit are refused by name', async () => {
    const supplied = {
      conversations: [
        talk('a', june(5), { plan: 7 } as never),
        talk('b', june(5), { costCents: '7' } as never),
        talk('c', june(5), { costCents: Infinity } as never),
        talk('d', june(5), { plan: null, costCents: 1.5 } as never),
      ],
    };
    const { refused, facts } = await open(supplied, { columns }).describe();
    expect(refused.first.map(({ index, field }) => [index, field])).to.deep.equal([
      [0, 'plan'],
      [1, 'costCents'],
      [2, 'costCents'],
    ]);
    expect(facts).to.deep.equal({ conversations: 1 });
  });

  it('undeclared are ignored', async () => {
    const source = sourceOf({ conversations: [talk('a', june(5), { plan: 'pro' } as never)] });
    expect((await source.describe()).dimensions).to.not.have.property('plan');
    expect(await source.conversation('a')).to.not.have.property('plan');
  });
});

describe('options and data', () => {
  const told: AgentData = { ...data, timeZone: 'Europe/Berlin', currency: 'EUR' };

  it('what the data say is described', async () =>
    expect(await sourceOf(told).describe()).to.deep.include({ timeZone: 'Europe/Berlin', currency: 'EUR' }));
  it('an option beats them', async () =>
    expect(await sourceOf(told, { timeZone: 'UTC', currency: 'USD' }).describe()).to.deep.include({
      timeZone: 'UTC',
      currency: 'USD',
    }));

  it('settings, labels and own definitions are described', async () => {
    const metrics = [defineMetric({ id: 'my-count', fact: 'conversations', formula: count() })];
    const labels = { channel: { sms: 'Text message' } };
    const described = await sourceOf(data, { metrics, labels, settings: { inactivityHours: 24 } }).describe();
    expect(described).to.deep.include({ labels, definitions: metrics });
    expect(described.settings).to.deep.include({ inactivityHours: 24 });
    expect(described.metrics).to.include('my-count');
  });

  it('inactivity is the setting’s', async () => {
    const quiet = {
      conversations: [
        talk('a', june(6), { messages: [said('visitor', june(6, '11:00')), said('agent', june(6, '12:00'))] }),
      ],
    };
    const statusOf = async (options?: LocalSourceOptions) =>
      (await sourceOf(quiet, options).conversations(WEEK)).rows[0]!.status;
    expect([
      await statusOf(),
      await statusOf({ settings: { inactivityHours: 24 } }),
      await statusOf({ settings: { inactivityHours: 24.01 } }),
    ]).to.deep.equal(['open', 'resolved', 'open']);
  });

  it('settings for facts that come later are taken and described', async () => {
    const settings = {
      hubHours: 12,
      socialChannels: ['x'],
      businessHours: { timeZone: 'Europe/Berlin', week: { 1: [['09:00', '17:00']] }, holidays: ['2026-12-25'] },
    } as const;
    expect((await sourceOf(data, { settings }).describe()).settings).to.deep.include(settings);
  });

  it('goals can be conditions, beside those that records name', async () => {
    const goals = { 'asked-twice': { visitorMessages: { atLeast: 2 } } };
    const facts = {
      conversations: [
        resolved('a', june(5), { goals: ['buy'] }),
        talk('b', june(5), { messages: [said('visitor', june(5)), said('visitor', june(5))] }),
        talk('c'),
      ],
    };
    const answer = await sourceOf(facts, { settings: { goals } }).query({
      metrics: ['total-volume', 'goal-completion-rate'],
      ...WEEK,
      groupBy: 'goal',
    });
    expect([
      answer.groups,
      answer.metrics['total-volume']!.byGroup,
      answer.metrics['goal-completion-rate']!.value,
    ]).to.deep.equal([['', 'asked-twice', 'buy'], [1, 1, 1], 2 / 3]);
  });
});

describe('describe', () => {
  it('lists the values of a dimension by how often they come, then by code point', async () => {
    const conversations = ['b', 'a', 'c', 'c', '', undefined].map((channel, index) =>
      talk(`c${index}`, june(5), channel === undefined ? {} : { channel }),
    );
    expect((await sourceOf({ conversations }).describe()).dimensions['channel']).to.deep.equal({
      values: ['c', 'a', 'b'],
      truncated: false,
    });
  });

  it('cuts a dimension of more than 1,000 values and says so', async () => {
    const conversations = Array.from({ length: 1001 }, (_, index) => talk(`c${index}`, june(5), { tag: `t${index}` }));
    const { values, truncated } = (await sourceOf({ conversations }).describe()).dimensions['tag']!;
    expect([values.length, truncated]).to.deep.equal([1000, true]);
  });

  it('marks dimensions of several values', async () => {
    const { dimensions } = await sourceOf({
      conversations: [talk('a', june(5), { goals: ['buy', 'ask'] })],
      skills: ['unused'],
    }).describe();
    expect([dimensions['goal'], dimensions['skill']]).to.deep.equal([
      { values: ['ask', 'buy'], truncated: false, multiValued: true },
      { values: ['unused'], truncated: false, multiValued: true },
    ]);
  });

  it('tells the first and last instant of anything', async () => {
    const conversations = [talk('a', june(2), { clicks: [{ at: june(1) }] })];
    const orders = [{ id: 'o', at: june(3), cancelledAt: june(9), items: [] }];
    expect(await sourceOf({ conversations, orders }).describe()).to.deep.include({
      first: '2026-06-01T12:00:00.000Z',
      last: '2026-06-03T12:00:00.000Z',
    });
  });

  it('tells no instant after now', async () => {
    const conversations = [talk('a', june(9))];
    expect(await sourceOf({ conversations }).describe()).to.deep.include({
      facts: { conversations: 1 },
      first: null,
      last: null,
    });
  });

  it('lists goals that are conditions, reached or not', async () => {
    const settings = { goals: { 'asked-twice': { visitorMessages: { atLeast: 2 } } } };
    const { dimensions } = await sourceOf(
      { conversations: [talk('a', june(5), { goals: ['buy'] })] },
      { settings },
    ).describe();
    expect(dimensions['goal']).to.deep.equal({ values: ['buy', 'asked-twice'], truncated: false, multiValued: true });
  });

  const lives: [name: string, live: AgentData['live'], described: unknown][] = [
    ['null', null, null],
    ['no spans', {}, {}],
    ['a span without an end', { agent: [{ since: june(1) }] }, { agent: [{ since: '2026-06-01T12:00:00.000Z' }] }],
    [
      'instants of every form',
      { hub: [{ since: Date.UTC(2026, 5, 1), until: new Date(june(2)) }] },
      { hub: [{ since: '2026-06-01T00:00:00.000Z', until: '2026-06-02T12:00:00.000Z' }] },
    ],
  ];
  for (const [name, live, described] of lives) {
    it(`says live spans as ISO 8601: ${name}`, async () =>
      expect((await sourceOf({ ...data, live: live ?? null }).describe()).live).to.deep.equal(described));
  }

  it('says nothing of live spans where nothing was said', async () =>
    expect(await sourceOf(data).describe()).to.not.have.property('live'));
});

describe('one conversation', () => {
  it('that begins after now is not there yet', async () => {
    const source = sourceOf({ conversations: [talk('a', june(8)), talk('b', NOW)] });
    const error = await rejection(source.conversation('a'));
    expect([error.name, error['status'], error.message]).to.deep.equal([
      'SourceError',
      404,
      'There is no conversation "a".',
    ]);
    expect((await source.conversation('b')).id).to.equal('b');
  });

  it('has nothing that is after now', async () => {
    const conversation = talk('a', june(5), {
      messages: [said('agent', june(6)), said('visitor', june(5)), said('agent', june(8))],
      closedAt: june(8),
      rating: { value: 5, at: june(8) },
      handoffs: [{ at: june(8), by: 'ticket' }],
      clicks: [{ at: june(8) }],
      cartAdds: [{ at: june(8), productId: 'p', quantity: 1 }],
    });
    const out = await sourceOf({ conversations: [conversation] }).conversation('a');
    expect(out.messages!.map(({ at, from }) => [at, from])).to.deep.equal([
      ['2026-06-05T12:00:00.000Z', 'visitor'],
      ['2026-06-06T12:00:00.000Z', 'agent'],
    ]);
    expect(out).to.deep.include({ handoffs: [], clicks: [], cartAdds: [] });
    expect(out).to.not.have.any.keys('closedAt', 'rating');
  });
});

describe('the same id again', () => {
  const version = (text: string, rest: Partial<Conversation> = {}) =>
    talk('a', june(2), { messages: [said('visitor', june(2), text)], ...rest });
  const questionOf = async (...versions: Conversation[]) =>
    (await sourceOf({ conversations: versions }).conversation('a')).messages![0]!.text;
  const cases: [name: string, versions: Conversation[], wins: string][] = [
    [
      'the later update, supplied first',
      [version('new', { updatedAt: june(4) }), version('old', { updatedAt: june(3) })],
      'new',
    ],
    [
      'the later update, supplied last',
      [version('old', { updatedAt: june(3) }), version('new', { updatedAt: june(4) })],
      'new',
    ],
    [
      'without an update, the greatest time in it',
      [version('new', { closedAt: june(4) }), version('old', { closedAt: june(3) })],
      'new',
    ],
    [
      'an update against a time in it',
      [version('new', { updatedAt: june(4) }), version('old', { closedAt: june(3) })],
      'new',
    ],
    [
      'at a tie, the later supplied',
      [version('old', { updatedAt: june(4) }), version('new', { updatedAt: june(4) })],
      'new',
    ],
  ];
  for (const [name, versions, wins] of cases) {
    it(`${name}, wins`, async () => expect(await questionOf(...versions)).to.equal(wins));
  }

  it('replaces the other whole', async () => {
    const source = sourceOf({
      conversations: [
        version('old', { channel: 'sms', tag: 'order', updatedAt: june(3) }),
        version('new', { channel: 'web-chat', updatedAt: june(4) }),
      ],
    });
    expect(await source.conversation('a'))
      .to.deep.include({ channel: 'web-chat' })
      .and.not.have.property('tag');
    expect((await source.describe()).facts).to.deep.equal({ conversations: 1 });
  });
});

describe('append', () => {
  const opened = (...conversations: Conversation[]) => sourceOf({ conversations });
  const tagOf = async (source: ReturnType<typeof opened>, id: string) => (await source.conversation(id)).tag;

  it('adds new ids', async () => {
    const source = opened(talk('a'));
    await source.append({ conversations: [talk('b')] });
    expect((await source.query({ metrics: ['total-volume'], ...WEEK })).metrics['total-volume']!.value).to.equal(2);
  });

  it('replaces by a later version, not by an earlier one', async () => {
    const source = opened(talk('a', june(2), { tag: 'first', updatedAt: june(3) }));
    await source.append({ conversations: [talk('a', june(2), { tag: 'earlier', updatedAt: june(2) })] });
    expect(await tagOf(source, 'a')).to.equal('first');
    await source.append({ conversations: [talk('a', june(2), { tag: 'later', updatedAt: june(4) })] });
    expect(await tagOf(source, 'a')).to.equal('later');
  });

  it('brings facts and columns that were not supplied before', async () => {
    const source = opened(talk('a'));
    const clicks = async () =>
      (await source.query({ metrics: ['link-clicks'], ...WEEK })).metrics['link-clicks']!.value;
    expect(await clicks()).to.equal(null);
    await source.append({ conversations: [talk('b', june(3), { clicks: [{ at: june(3) }] })] });
    expect(await clicks()).to.equal(1);
  });

  it('refuses wrong records and keeps the others', async () => {
    const source = opened(talk('a'));
    await source.append({ conversations: [{} as never, talk('b')] });
    expect(await source.describe()).to.deep.include({ facts: { conversations: 2 } });
    expect((await source.describe()).refused.count).to.equal(1);
  });

  it('in the same breath is seen by the question after it', async () => {
    const source = opened(talk('a'));
    void source.append({ conversations: [talk('b')] });
    void source.append({ conversations: [talk('c')] });
    expect((await source.describe()).facts).to.deep.equal({ conversations: 3 });
  });

  it('of what cannot be read rejects and changes nothing', async () => {
    const source = opened(talk('a'));
    expect((await rejection(source.append({ currency: 'Euro' }))).message).to.include('"Euro"');
    await rejection(source.append({ currency: 'EUR', timeZone: 'Mars/Olympus' }));
    const { facts, currency } = await source.describe();
    expect({ facts, currency }).to.deep.equal({ facts: { conversations: 1 }, currency: null });
    await source.append({ conversations: [talk('b')] });
    expect((await source.describe()).facts).to.deep.equal({ conversations: 2 });
  });
});

describe('addKnowledge', () => {
  const asked = { conversations: ['a', 'b', 'c'].map((id) => talk(id)), articles: [] };

  it('keeps the article and takes it into account', async () => {
    const source = sourceOf(asked);
    expect((await source.knowledgeGaps(WEEK)).gaps).to.have.lengthOf(1);
    const article = await source.addKnowledge({
      title: 'Where is my parcel?',
      body: 'Where is my parcel? Follow the parcel here.',
      url: '/parcel',
      gapId: 'g',
    });
    expect(article)
      .to.deep.include({ title: 'Where is my parcel?', url: '/parcel', updatedAt: '2026-06-07T12:00:00.000Z' })
      .and.not.have.property('gapId');
    expect((await source.knowledgeGaps(WEEK)).gaps).to.deep.equal([]);
    expect((await source.describe()).facts).to.deep.equal({ conversations: 3, articles: 1 });
  });

  it('gives each article an id of its own', async () => {
    const source = sourceOf({});
    const add = () => source.addKnowledge({ title: 'A', body: 'B' });
    expect((await add()).id).to.not.equal((await add()).id);
  });

  const wrong: [article: unknown, parameter: string][] = [
    [{ title: '', body: 'B' }, 'title'],
    [{ title: 'A' }, 'body'],
    [{ title: 'A', body: ' ' }, 'body'],
    [{ title: 'A', body: 'B', url: 7 }, 'url'],
  ];
  for (const [article, parameter] of wrong) {
    it(`${JSON.stringify(article)} is refused at ${parameter}`, async () => {
      const error = await rejection(sourceOf({}).addKnowledge(article as never));
      expect([error.name, error['status'], error['parameter']]).to.deep.equal(['SourceError', 400, parameter]);
    });
  }
});

describe('keys that name prototypes', () => {
  const hostile =
    '{"__proto__":{"timeZone":"Mars/Olympus","currency":"x","skills":7},"constructor":[1],"toString":7,"conversations":[{"id":"a","startedAt":"2026-06-05T12:00:00Z","__proto__":{"channel":7},"channel":"__proto__","tag":"constructor","profile":{"__proto__":{"id":7}},"rating":{"value":5,"at":"2026-06-05T12:00:00Z","aspects":{"__proto__":1}}}]}';

  it('are data like any other', async () => {
    const source = open(hostile, { labels: JSON.parse('{"channel":{"__proto__":"P"}}') as never });
    const described = await source.describe();
    expect(described).to.deep.include({ facts: { conversations: 1 }, timeZone: null, currency: null });
    expect(described.dimensions['channel']!.values).to.deep.equal(['__proto__']);
    const answer = await source.query({
      metrics: ['total-volume'],
      ...WEEK,
      groupBy: 'channel',
      filters: { tag: ['constructor'] },
    });
    expect([answer.groups, answer.metrics['total-volume']!.byGroup]).to.deep.equal([['__proto__'], [1]]);
    expect((await source.conversation('a')).channel).to.equal('__proto__');
    expect((await source.conversations({ ...WEEK, search: '__proto__' })).total).to.equal(0);
    expect(({} as Record<string, unknown>)['timeZone']).to.equal(undefined);
  });
});

describe('reading that is ended', () => {
  const failureOf = async (asked: Promise<unknown>) =>
    asked.then(
      () => undefined,
      (error: unknown) => error as SourceError,
    );

  it('by the source rejects every question', async () => {
    const source = createLocalSource(new Response(new ReadableStream()), { now: NOW });
    const asked = failureOf(source.describe());
    source.cancel();
    expect((await asked)!.type).to.equal('cancelled');
    expect((await failureOf(source.query({ metrics: ['total-volume'], ...WEEK })))!.type).to.equal('cancelled');
  });

  it('by a signal does so too, also one that was aborted before', async () => {
    const abort = new AbortController();
    const asked = failureOf(createLocalSource(new Response(new ReadableStream()), { signal: abort.signal }).describe());
    abort.abort();
    expect((await asked)!.type).to.equal('cancelled');
    expect((await failureOf(createLocalSource('[]', { signal: abort.signal }).describe()))!.type).to.equal('cancelled');
  });

  it('when all is read ends nothing, nor what is appended later', async () => {
    const source = createLocalSource(data, { now: NOW });
    await source.describe();
    source.cancel();
    await source.append({ conversations: [{ id: 'later', startedAt: '2026-06-01T08:00:00Z' }] });
    expect((await source.describe()).facts).to.deep.equal({ conversations: 3 });
  });
});
