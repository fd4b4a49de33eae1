import { expect } from 'chai';
import { fromFreshdesk, fromZendesk, streamExport, type AdapterOptions } from '../../../src/sources/index.js';

const ticket = (id: number, more: object = {}) => ({ id, created_at: '2026-06-01T08:00:00Z', updated_at: '2026-06-01T09:00:00Z', status: 'open', requester_id: 5, ...more });
const ids = async (input: Parameters<typeof fromZendesk>[0]) => (await fromZendesk(input)).facts.tickets?.map(({ id }) => id);
const TWO = [ticket(1), ticket(2)];

describe('exports', () => {
  for (const [what, input] of [
    ['a list', JSON.stringify(TWO)], ['an object of lists', JSON.stringify({ count: 2, tickets: TWO })], ['an object of lists over many lines', JSON.stringify({ count: 2, tickets: TWO }, null, 2)],
    ['a record a line', TWO.map((one) => JSON.stringify(one)).join('\n')], ['a page a line', TWO.map((one) => JSON.stringify({ tickets: [one], end_time: 1 })).join('\r\n')],
    ['values one after the other over many lines', TWO.map((one) => JSON.stringify(one, null, 2)).join('\n')], ['parsed values', TWO], ['bytes with a mark', new TextEncoder().encode(`\uFEFF${JSON.stringify({ tickets: TWO }, null, 1)}`)],
    ['a file', new Blob([JSON.stringify({ tickets: TWO })])],
  ] as const) {
    it(`are read as ${what}`, async () => expect(await ids(input)).to.deep.equal(['1', '2']));
  }

  it('give the same however they are cut', async () => {
    const wrapped = JSON.stringify({ ticket: { ...ticket(1), description_text: 'Hä?' }, conversations: [{ incoming: true, private: false, created_at: '2026-06-01T08:30:00Z', body_text: 'Ünd "so"' }] }, null, 1);
    const csv = 'id,created_at,requester_id,subject\r\n1,2026-06-01 08:00:00,5,"a ""b"",\r\nc"\r\n2,2026-06-01 08:00:00,5,d\r\n';
    for (const [text, name, read] of [[wrapped, '', fromFreshdesk], [csv, 'tickets.csv', fromZendesk]] as const) {
      const bytes = new TextEncoder().encode(text);
      const whole = await read(text.startsWith('{') ? text : { name, open: () => cut(bytes, bytes.length) });
      expect(whole.facts.tickets).to.have.length(text === csv ? 2 : 1);
      for (const size of [1, 7]) expect(await read({ name, open: () => cut(bytes, size) })).to.deep.equal({ ...whole });
    }
  });

  it('in shares give what they give at once, whatever order the files have', async () => {
    const many = Array.from({ length: 300 }, (_, id) => id);
    const files = [
      { name: 'comments.ndjson', open: () => texts(many.flatMap((id) => [1, 2].map((part) => JSON.stringify({ id: id * 2 + part, ticket_id: id, author_id: part === 1 ? 5 : 6, public: true, created_at: `2026-06-01T08:0${part}:00Z`, body: 'x'.repeat(500) })))) },
      { name: 'tickets.ndjson', open: () => texts(many.map((id) => JSON.stringify(ticket(id)))) },
      { name: 'users.ndjson', open: () => texts([JSON.stringify({ id: 6, name: 'Jane', role: 'agent' })]) },
    ];
    const read = async (options: AdapterOptions) => {
      const { facts, report } = await fromZendesk(files, options);
      return { tickets: facts.tickets!.toSorted((a, b) => Number(a.id) - Number(b.id)), report };
    };
    const shared = await read({ heldBytes: 1 << 16 });
    expect(shared).to.deep.equal(await read({}));
    expect([shared.tickets.length, shared.tickets[7]!.messages!.map(({ from, author }) => [from, author])]).to.deep.equal([300, [['customer', undefined], ['agent', 'Jane']]]);
  });

  it('of changes over time count the latest, and what cannot be used is told', async () => {
    const text = [ticket(1, { subject: 'new', updated_at: '2026-06-02T00:00:00Z' }), ticket(1, { subject: 'old' })].map((one) => JSON.stringify(one));
    const comment = JSON.stringify({ ticket_id: 1, author_id: 5, body: 'Hi', public: true, created_at: 'yesterday' });
    const { facts, report } = await fromZendesk([...text, '{"ticket_id":', comment, JSON.stringify({ mood: 3 }), JSON.stringify({ ...ticket(2), created_at: '2026-02-30T00:00:00Z', brand_id: 4, mood: 'good' })].join('\n'));
    expect(facts.tickets!.map(({ id, subject }) => [id, subject])).to.deep.equal([['1', 'new']]);
    expect(report.records).to.equal(6);
    expect(report.skipped.map(({ table, reason }) => [table, reason])).to.have.deep.members([['', 'is not JSON'], ['', 'is none of the tables that are known'], ['ticket_comment', 'has no time'], ['ticket', 'has no time of creation']]);
    expect(report.unknown.map(({ field, value }) => [field, value])).to.have.deep.members([['ticket_comment.created_at', 'yesterday'], ['ticket.created_at', '2026-02-30T00:00:00Z']]);
    expect(report.ignoredFields).to.have.deep.members([{ field: 'ticket.brand_id', reason: 'the facts have no brand', count: 1 }, { field: 'ticket.mood', reason: 'is not known', count: 1 }]);
  });

  it('that are no JSON are refused with what they say', async () => {
    const error = await fromZendesk('{"tickets":[{"id":1},\n{"id":2}\n nonsense').catch((cause: Error) => cause);
    expect((error as Error).message).to.equal('The export is not JSON after tickets[1].');
  });

  for (const [options, said] of [[{ aiAgents: 'Fin' }, 'Option aiAgents'], [{ zone: 1 }, 'Unknown option "zone"'], [{ timeZone: 'Mars' }, 'Unknown time zone'], [{ type: { field: 'a', tags: {} } }, 'Option type']] as const) {
    it(`refuse ${JSON.stringify(options)}`, () => expect(() => streamExport('zendesk', [], options as never)).to.throw(RangeError, said));
  }
});

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

async function* texts(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`;
}
