/** Which custom columns a source takes, and which records it refuses for them. */
import { expect } from 'chai';
import type { AgentData } from '../../src/core/facts/agent-data.js';
import { checkColumns } from '../../src/core/check-columns.js';
import { answerOf, june, sourceOf, WEEK } from '../fixtures/make-facts.js';

describe('columns', () => {
  const wrong: [name: string, columns: object, message: string][] = [
    [
      'of no fact',
      { parcels: { a: 'text' } },
      'Unknown fact "parcels". Use one of: conversations, orders, articles, tickets',
    ],
    [
      'with the name of a field',
      { tickets: { subject: 'text' } },
      'The custom column "subject" of tickets has the name of a column of the kit. Give it another name in columns and records.',
    ],
    [
      'with the name of a column of derived rows',
      { tickets: { openFrom: 'number' } },
      'The custom column "openFrom" of tickets has the name of a column of the kit.',
    ],
    [
      'with the name of what a survey takes from its customer',
      { surveys: { tier: 'text' } },
      'The custom column "tier" of surveys has the name of a column of the kit.',
    ],
    [
      'with the name of a dimension whose values are the kit’s',
      { tickets: { status: 'text' } },
      'The custom column "status" of tickets has the name of a dimension of conversations that the kit gives its values.',
    ],
    [
      'with a name that is none',
      { surveys: { '!a': 'text' } },
      '"!a" cannot be the name of an custom column of surveys.',
    ],
    [
      'with the name of every object',
      { surveys: { constructor: 'text' } },
      '"constructor" cannot be the name of an custom column of surveys.',
    ],
    [
      'of a kind that is none',
      { customers: { score: 'integer' } },
      'The custom column "score" of customers is declared as "integer". Use "text" or "number".',
    ],
    [
      'of two kinds',
      { tickets: { plan: 'text' }, customers: { plan: 'number' } },
      'The custom column "plan" is a text of tickets and a number of customers. Declare it as the same for both, or give one of them another name in columns and records.',
    ],
  ];
  for (const [name, columns, message] of wrong)
    it(`${name} are refused`, () => expect(() => checkColumns(columns)).to.throw(RangeError, message));

  it('of one name and kind, with names that other facts have, and of every fact are taken', () => {
    const columns = {
      conversations: { plan: 'text' },
      articles: { plan: 'text' },
      tickets: { plan: 'text', tier: 'text', language: 'text' },
      surveys: { openFrom: 'number' },
    } as const;
    expect(checkColumns({ ...columns, orders: undefined })).to.deep.equal(columns);
  });
});

describe('records', () => {
  const columns = { tickets: { plan: 'text', costCents: 'number' }, articles: { team: 'text' } } as const;
  const ticket = (id: string, rest: object) => ({ id, createdAt: june(2), ...rest });
  const list = [
    ticket('a', { plan: 7 }),
    ticket('b', { costCents: '7' }),
    ticket('c', { plan: 'gold', costCents: -0.5 }),
    ticket('d', { costCents: Infinity }),
  ];
  const supplied = {
    tickets: list,
    articles: [
      { id: 'x', title: 'X', team: 1 },
      { id: 'y', title: 'Y', team: 'b' },
    ],
    surveys: [{ id: 's', kind: 'nps', plan: 7 }],
  } as unknown as AgentData;

  it('that do not fit their fact’s custom columns are refused by name', async () => {
    const { facts, refused } = await sourceOf(supplied, { columns }).describe();
    expect(refused.first).to.deep.equal([
      { fact: 'articles', index: 0, field: 'team', reason: 'is 1, not a text' },
      { fact: 'tickets', index: 0, field: 'plan', reason: 'is 7, not a text' },
      { fact: 'tickets', index: 1, field: 'costCents', reason: 'is "7", not a number' },
      { fact: 'tickets', index: 3, field: 'costCents', reason: 'is Infinity, not a number' },
    ]);
    expect(facts).to.deep.equal({ tickets: 1, articles: 1, surveys: 1 });
  });

  it('of articles have no number, so that their columns are no dimension', async () => {
    expect(
      (await answerOf(supplied, { metrics: ['ticket-volume'], groupBy: 'team' }, { columns })).metrics['ticket-volume'],
    ).to.deep.equal({ value: 1, reason: 'no-dimension', byGroup: null });
  });

  it('bring their custom columns in every form, and when they are appended', async () => {
    const fields = {
      id: ['a', 'b'],
      createdAt: [june(2), june(2)],
      plan: { values: ['gold', 'free'], codes: [0, null] },
      costCents: [1, null],
    };
    const forms = [
      { tickets: [ticket('a', { plan: 'gold' }), ticket('b', {})] },
      { columns: { tickets: fields } },
      JSON.stringify({ columns: { tickets: fields } }),
    ];
    for (const form of forms) {
      const source = sourceOf(form as never, { columns });
      await source.append({ tickets: [ticket('c', { plan: 'free' }), ticket('d', { plan: 1 })] });
      const { groups, metrics } = await source.query({ ...WEEK, metrics: ['ticket-volume'], groupBy: 'plan' });
      expect([groups, metrics['ticket-volume']!.byGroup]).to.deep.equal([
        ['', 'free', 'gold'],
        [1, 1, 1],
      ]);
    }
  });
});
