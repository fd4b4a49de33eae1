import { expect } from 'chai';
import { rejection } from '../../fixtures/make-facts.js';
import {
  fromFreshdesk,
  fromIntercom,
  fromZendesk,
  streamExport,
  type AdapterOptions,
} from '../../../src/sources/index.js';

const ticket = (id: number, more: object = {}) => ({
  id,
  created_at: '2026-06-01T08:00:00Z',
  updated_at: '2026-06-01T09:00:00Z',
  status: 'open',
  requester_id: 5,
  ...more,
});
const ids = async (input: Parameters<typeof fromZendesk>[0]) =>
  (await fromZendesk(input)).facts.tickets?.map(({ id }) => id);
const TWO = [ticket(1), ticket(2)];

describe('exports', () => {
  for (const [what, input] of [
    ['a list', JSON.stringify(TWO)],
    ['an object of lists', JSON.stringify({ count: 2, tickets: TWO })],
    ['an object of lists over many lines', JSON.stringify({ count: 2, tickets: TWO }, null, 2)],
    ['a record a line', TWO.map((one) => JSON.stringify(one)).join('\n')],
    ['a page a line', TWO.map((one) => JSON.stringify({ tickets: [one], end_time: 1 })).join('\r\n')],
    ['values one after the other over many lines', TWO.map((one) => JSON.stringify(one, null, 2)).join('\n')],
    ['parsed values', TWO],
    ['bytes with a mark', new TextEncoder().encode(`\uFEFF${JSON.stringify({ tickets: TWO }, null, 1)}`)],
    ['a record a line behind a mark', `\uFEFF${TWO.map((one) => JSON.stringify(one)).join('\n')}`],
    ['an object of lists behind a mark', `\uFEFF${JSON.stringify({ tickets: TWO })}`],
    ['a file', new Blob([JSON.stringify({ tickets: TWO })])],
  ] as const) {
    it(`are read as ${what}`, async () => expect(await ids(input)).to.deep.equal(['1', '2']));
  }

  it('give the same however they are cut', async () => {
    const wrapped = JSON.stringify(
      {
        ticket: { ...ticket(1), description_text: 'Hä?' },
        conversations: [{ incoming: true, private: false, created_at: '2026-06-01T08:30:00Z', body_text: 'Ünd "so"' }],
      },
      null,
      1,
    );
    const csv =
      'id,created_at,requester_id,subject\r\n1,2026-06-01 08:00:00,5,"a ""b"",\r\nc"\r\n2,2026-06-01 08:00:00,5,d\r\n';
    for (const [text, name, read] of [
      [wrapped, '', fromFreshdesk],
      [csv, 'tickets.csv', fromZendesk],
    ] as const) {
      const bytes = new TextEncoder().encode(text);
      const whole = await read(text.startsWith('{') ? text : { name, open: () => cut(bytes, bytes.length) });
      expect(whole.facts.tickets).to.have.length(text === csv ? 2 : 1);
      for (const size of [1, 7]) expect(await read({ name, open: () => cut(bytes, size) })).to.deep.equal({ ...whole });
    }
  });

  it('have line ends of any kind, also mixed, in no cell', async () => {
    for (const text of [
      'id,created_at,requester_id,subject\n1,2026-06-01T08:00:00Z,5,a\r\n2,2026-06-01T08:00:00Z,5,"b\r\nc"\n3,2026-06-01T08:00:00Z,5,d\r',
      'sep=,\rid,created_at,requester_id,subject\r1,2026-06-01T08:00:00Z,5,a\n2,2026-06-01T08:00:00Z,5,"b\r\nc"\r\n3,2026-06-01T08:00:00Z,5,d\r',
    ]) {
      for (const size of [1, 7, 1000]) {
        const { facts } = await fromZendesk({
          name: 'tickets.csv',
          open: () => cut(new TextEncoder().encode(text), size),
        });
        expect(facts.tickets!.map(({ subject }) => subject)).to.deep.equal(['a', 'b\r\nc', 'd']);
      }
    }
  });

  it('keep a carriage return in a cell of a file whose rows end otherwise', async () => {
    const text =
      'id,created_at,requester_id,subject\r\n1,2026-06-01T08:00:00Z,5,a\rb\r\n2,2026-06-01T08:00:00Z,5,c\r\n';
    for (const size of [1, 7, 1000]) {
      const { facts } = await fromZendesk({
        name: 'tickets.csv',
        open: () => cut(new TextEncoder().encode(text), size),
      });
      expect(facts.tickets!.map(({ subject }) => subject)).to.deep.equal(['a\rb', 'c']);
    }
  });

  it('in shares give what they give at once, whatever order the files have', async () => {
    const many = Array.from({ length: 300 }, (_, id) => id);
    const files = [
      {
        name: 'comments.ndjson',
        open: () =>
          texts(
            many.flatMap((id) =>
              [1, 2].map((part) =>
                JSON.stringify({
                  id: id * 2 + part,
                  ticket_id: id,
                  author_id: part === 1 ? 5 : 6,
                  public: true,
                  created_at: `2026-06-01T08:0${part}:00Z`,
                  body: 'x'.repeat(500),
                }),
              ),
            ),
          ),
      },
      { name: 'tickets.ndjson', open: () => texts(many.map((id) => JSON.stringify(ticket(id)))) },
      { name: 'users.ndjson', open: () => texts([JSON.stringify({ id: 6, name: 'Jane', role: 'agent' })]) },
    ];
    const read = async (options: AdapterOptions) => {
      const { facts, report } = await fromZendesk(files, options);
      return { tickets: facts.tickets!.toSorted((a, b) => Number(a.id) - Number(b.id)), report };
    };
    const shared = await read({ heldBytes: 1 << 16 });
    expect(shared).to.deep.equal(await read({}));
    expect([
      shared.tickets.length,
      shared.tickets[7]!.messages!.map(({ from, author }) => [from, author]),
    ]).to.deep.equal([
      300,
      [
        ['customer', undefined],
        ['agent', 'Jane'],
      ],
    ]);
  });

  it('of changes over time count the latest, and what cannot be used is told', async () => {
    const text = [ticket(1, { subject: 'new', updated_at: '2026-06-02T00:00:00Z' }), ticket(1, { subject: 'old' })].map(
      (one) => JSON.stringify(one),
    );
    const comment = JSON.stringify({ ticket_id: 1, author_id: 5, body: 'Hi', public: true, created_at: 'yesterday' });
    const { facts, report } = await fromZendesk(
      [
        ...text,
        '{"ticket_id":',
        comment,
        JSON.stringify({ mood: 3 }),
        JSON.stringify({ ...ticket(2), created_at: '2026-02-30T00:00:00Z', brand_id: 4, mood: 'good' }),
      ].join('\n'),
    );
    expect(facts.tickets!.map(({ id, subject }) => [id, subject])).to.deep.equal([['1', 'new']]);
    expect(report.records).to.equal(6);
    expect(report.skipped.map(({ table, reason }) => [table, reason])).to.have.deep.members([
      ['', 'is not JSON'],
      ['', 'is none of the tables that are known'],
      ['ticket_comment', 'has no time'],
      ['ticket', 'has no time of creation'],
    ]);
    expect(report.unknown.map(({ field, value }) => [field, value])).to.have.deep.members([
      ['ticket_comment.created_at', 'yesterday'],
      ['ticket.created_at', '2026-02-30T00:00:00Z'],
    ]);
    expect(report.ignoredFields).to.have.deep.members([
      { field: 'ticket.brand_id', reason: 'the facts have no brand', count: 1 },
      { field: 'ticket.mood', reason: 'is not known', count: 1 },
    ]);
  });

  for (const [what, csv] of [
    ['blanks around the quotes', 'id ,created_at,requester_id,subject\n1,2026-06-01 08:00:00, "5" , "a, ""b"""\n'],
    ['words behind a quote', 'id,created_at,requester_id,subject\n1,2026-06-01 08:00:00,"5"6,"a, ""b"""\n'],
    ['a line for Excel', 'sep=;\r\nid;created_at;requester_id;subject\r\n1;2026-06-01 08:00:00;5;"a, ""b"""\r\n'],
    ['bars', 'id|created_at|requester_id|subject\n1|2026-06-01 08:00:00|5|"a, ""b"""\n'],
    [
      'separators in the header',
      '"id",created_at,requester_id,"a;b;c;d",subject\n1,2026-06-01 08:00:00,5,,"a, ""b"""\n',
    ],
    ['a mark', '\uFEFFid,created_at,requester_id,subject\r1,2026-06-01 08:00:00,5,"a, ""b"""\r'],
  ] as const) {
    it(`as CSV may have ${what}`, async () => {
      const bytes = new TextEncoder().encode(csv);
      for (const size of [1, 3, bytes.length]) {
        const { facts, report } = await fromZendesk({ name: 'tickets.csv', open: () => cut(bytes, size) });
        expect(facts.tickets!.map(({ id, subject }) => [id, subject])).to.deep.equal([['1', 'a, "b"']]);
        expect(report.skipped).to.deep.equal([]);
      }
      expect((await fromZendesk({ name: 'tickets.csv', open: () => texts([csv]) })).facts.tickets).to.have.length(1);
    });
  }

  it('say which row of CSV has a quote without an end', async () => {
    const text =
      'id,created_at,requester_id,subject\n1,2026-06-01 08:00:00,5,a\n2,2026-06-01 08:00:00,5,"b\n3,2026-06-01 08:00:00,5,c';
    const { facts, report } = await fromZendesk({ name: 'tickets.csv', open: () => texts([text]) });
    expect(facts.tickets!.map(({ id }) => id)).to.deep.equal(['1']);
    expect(report.skipped).to.deep.equal([
      { table: '', reason: 'has a quote without an end', count: 1, example: 'tickets.csv row 3' },
    ]);
  });

  it('behind empty lines are read, and places count them', async () => {
    const text = `\n\n${JSON.stringify(ticket(1))}\n\n{"id":\n`;
    for (const size of [1, 1000]) {
      const { facts, report } = await fromZendesk({
        name: 'tickets.json',
        open: () => cut(new TextEncoder().encode(text), size),
      });
      expect(facts.tickets!.map(({ id }) => id)).to.deep.equal(['1']);
      expect(report.skipped.map(({ example }) => example)).to.deep.equal(['tickets.json line 5']);
    }
  });

  it('may come as text that is cut within a character', async () => {
    const text = JSON.stringify(ticket(1, { subject: 'Hi 😀' }));
    const cutAt = text.indexOf('😀') + 1;
    const { facts } = await fromZendesk({
      name: 'tickets.json',
      async *open() {
        yield text.slice(0, cutAt);
        yield text.slice(cutAt);
      },
    });
    expect(facts.tickets![0]!.subject).to.equal('Hi 😀');
  });

  it('without an end do not fill the memory', async () => {
    const open = async function* () {
      yield `{"tickets":[{"id":1,"subject":"`;
      for (let count = 0; count < 80; count++) yield 'x'.repeat(1 << 20);
    };
    const error = await rejection(fromZendesk({ name: 'tickets.json', open }));
    expect([error.name, error.message]).to.deep.equal([
      'SourceError',
      'tickets.json has a value longer than 64 MiB, at its beginning.',
    ]);
  });

  it('that hold a part twice count it once, as it was changed last', async () => {
    const comment = (id: number | undefined, plain_body: string, updated_at?: string) => ({
      id,
      ticket_id: 1,
      author_id: 6,
      public: true,
      created_at: '2026-06-01T08:30:00Z',
      plain_body,
      updated_at,
    });
    const said = (facts: { tickets?: readonly { messages?: readonly { text?: string }[] }[] }) =>
      facts.tickets![0]!.messages!.map(({ text }) => text);
    const inside = {
      ...ticket(1),
      comments: [comment(1, 'Hi', '2026-06-01T09:00:00Z'), comment(undefined, 'Yes'), comment(undefined, 'Yes')],
    };
    const { facts } = await fromZendesk({
      tickets: [inside],
      comments: [comment(1, 'H', '2026-06-01T08:30:00Z'), comment(2, 'Bye'), comment(2, 'Bye!')],
    });
    expect(said(facts)).to.have.members(['Hi', 'Yes', 'Yes', 'Bye!']);
    const conversation = {
      id: 3,
      ticket_id: 1,
      incoming: true,
      private: false,
      created_at: '2026-06-01T08:30:00Z',
      body_text: 'Again?',
    };
    const desk = await fromFreshdesk([
      {
        name: 'tickets.json',
        open: () => texts([JSON.stringify([{ ...ticket(1), status: 2, source: 7, conversations: [conversation] }])]),
      },
      { name: 'conversations.json', open: () => texts([JSON.stringify([conversation])]) },
    ]);
    expect(said(desk.facts)).to.deep.equal(['Again?']);
    const part = (id: string, body: string) => ({
      id,
      body,
      created_at: 1_780_000_600.5,
      part_type: 'comment',
      author: { type: 'admin', id: '1', name: 'Jane' },
    });
    const talk = {
      type: 'conversation',
      id: 'c',
      created_at: 1_780_000_000,
      updated_at: 1_780_000_900,
      state: 'open',
      source: { type: 'conversation', body: 'Help', author: { type: 'user', id: 'u' } },
      conversation_parts: { conversation_parts: [part('p', 'Hello'), part('p', 'Hello'), part('q', 'There')] },
    };
    const fin = await fromIntercom([talk]);
    expect(said(fin.facts)).to.deep.equal(['Help', 'Hello', 'There']);
    expect(fin.facts.tickets![0]!.messages![1]!.at).to.equal('2026-05-28T20:36:40.500Z');
  });

  it('that are no JSON are refused with what they say', async () => {
    const error = await fromZendesk('{"tickets":[{"id":1},\n{"id":2}\n nonsense').catch((cause: Error) => cause);
    expect((error as Error).message).to.equal('The export is not JSON after tickets[1].');
  });

  for (const [options, said] of [
    [{ aiAgents: 'Fin' }, 'Option aiAgents'],
    [{ zone: 1 }, 'Unknown option "zone"'],
    [{ timeZone: 'Mars' }, 'Unknown time zone'],
    [{ type: { field: 'a', tags: {} } }, 'Option type'],
  ] as const) {
    it(`refuse ${JSON.stringify(options)}`, () =>
      expect(() => streamExport('zendesk', [], options as never)).to.throw(RangeError, said));
  }
});

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

async function* texts(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`;
}
