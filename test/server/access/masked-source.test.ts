import { expect } from 'chai';
import { DEFAULT_ROLES, type Permissions } from '../../../src/server/access/access.js';
import { maskedSource } from '../../../src/server/access/masked-source.js';
import type { ProblemError } from '../../../src/server/problem.js';
import { june, rejection, said, sourceOf, talk, WEEK } from '../../fixtures/make-facts.js';

const data = {
  conversations: [
    talk('a', june(5), {
      profile: { id: 'p1', name: 'PERSON-NAME', email: 'PERSON@example.com' },
      visitorId: 'PERSON-VISITOR',
      channel: 'sms',
      assignee: 'sam',
      tag: 'delivery',
      messages: [
        said('visitor', june(5), 'TEXT-QUESTION'),
        said('human', june(5), 'TEXT-REPLY', {
          author: 'PERSON-AUTHOR',
          links: ['https://shop.example/TEXT-LINK'],
          products: ['p'],
        }),
      ],
      handoffs: [{ at: june(5), by: 'ticket', reason: 'TEXT-REASON' }],
      clicks: [{ at: june(5), productId: 'p', url: 'https://shop.example/TEXT-CLICK' }],
      rating: { value: 2, at: june(5), comment: 'TEXT-COMMENT' },
    }),
    { id: 'b', startedAt: 'TEXT-REFUSED' } as never,
  ],
};
const sourceFor = (may: Permissions) => maskedSource(sourceOf(data), may);
const { viewer, analyst, manager, admin } = DEFAULT_ROLES as Record<
  'viewer' | 'analyst' | 'manager' | 'admin',
  Permissions
>;
const people: Permissions = { texts: false, people: true, write: false };

/** Everything somebody can be told, as text. */
async function allOf(may: Permissions): Promise<string> {
  const source = sourceFor(may);
  const asked = [
    source.describe(),
    source.conversations(WEEK),
    source.conversation('a'),
    source.query({ metrics: ['total-volume'], ...WEEK, groupBy: 'assignee' }),
  ];
  const gaps = await source.knowledgeGaps(WEEK).catch(() => undefined);
  return JSON.stringify([...(await Promise.all<unknown>(asked)), gaps]);
}

describe('a masked source', () => {
  const roles: [name: string, may: Permissions, texts: boolean, people: boolean][] = [
    ['a viewer', viewer, false, false],
    ['an analyst', analyst, true, false],
    ['somebody who may see people alone', people, false, true],
    ['a manager', manager, true, true],
    ['an admin', admin, true, true],
  ];
  for (const [name, may, texts, persons] of roles) {
    it(`tells ${name} ${texts ? 'texts' : 'no text'} and ${persons ? 'people' : 'no person'}`, async () => {
      const told = await allOf(may);
      expect([told.includes('TEXT-'), told.includes('PERSON')]).to.deep.equal([texts, persons]);
    });
  }

  it('marks what it has masked', async () => {
    const rowOf = async (may: Permissions) => (await sourceFor(may).conversations(WEEK)).rows[0]!;
    expect(await rowOf(viewer)).to.deep.include({
      id: 'a',
      firstQuestion: null,
      profile: null,
      masked: true,
      channel: 'sms',
      messages: 2,
    });
    expect(await rowOf(analyst)).to.deep.include({ firstQuestion: 'TEXT-QUESTION', profile: null, masked: true });
    expect(await rowOf(manager)).to.not.have.property('masked');
    const { messages, rating } = await sourceFor(viewer).conversation('a');
    expect(messages!.map(({ text, masked, products }) => [text, masked, products])).to.deep.equal([
      ['', true, undefined],
      ['', true, ['p']],
    ]);
    expect(rating).to.deep.include({ value: 2 });
    expect((await sourceFor(analyst).conversation('a')).messages!.every(({ masked }) => masked === undefined)).to.equal(
      true,
    );
  });

  it('tells everybody the same numbers', async () => {
    const numbers = (may: Permissions) =>
      sourceFor(may).query({ metrics: ['total-volume', 'bot-score'], ...WEEK, groupBy: 'assignee' });
    expect(await numbers(viewer)).to.deep.equal(await numbers(admin));
  });

  const forbidden: [
    what: string,
    ask: (may: Permissions) => Promise<unknown>,
    to: Permissions[],
    allowed: Permissions[],
    parameter: string | undefined,
  ][] = [
    [
      'to search',
      (may) => sourceFor(may).conversations({ ...WEEK, search: 'text' }),
      [viewer, analyst, people],
      [manager],
      'search',
    ],
    [
      'to sort by first questions',
      (may) => sourceFor(may).conversations({ ...WEEK, sort: '-first-question' }),
      [viewer, people],
      [analyst],
      'sort',
    ],
    [
      'to sort by profiles',
      (may) => sourceFor(may).conversations({ ...WEEK, sort: 'profile' }),
      [viewer, analyst],
      [people, manager],
      'sort',
    ],
    ['to see knowledge gaps', (may) => sourceFor(may).knowledgeGaps(WEEK), [viewer, people], [analyst], undefined],
    [
      'to add knowledge',
      (may) => sourceFor(may).addKnowledge!({ title: 'A', body: 'B' }),
      [viewer, analyst, manager],
      [admin],
      undefined,
    ],
    [
      'to add facts',
      (may) => sourceFor(may).append!({ conversations: [] }),
      [viewer, analyst, manager],
      [admin],
      undefined,
    ],
  ];
  for (const [what, ask, to, allowed, parameter] of forbidden) {
    it(`forbids ${what} to those who may not`, async () => {
      for (const may of to) {
        const { problem } = (await rejection(ask(may))) as unknown as ProblemError;
        expect([problem.status, problem.parameter]).to.deep.equal([403, parameter]);
      }
      for (const may of allowed) await ask(may);
    });
  }

  it('lets a source search that looks only at what may be seen', async () => {
    expect(
      (
        await maskedSource(sourceOf(data), viewer, { restrictsSearch: true }).conversations({
          ...WEEK,
          search: 'nothing',
        })
      ).total,
    ).to.equal(0);
  });

  it('adds nothing to a source that only reads', () => {
    const { describe: describeIt, query, conversations, conversation, knowledgeGaps } = sourceOf(data);
    expect(
      maskedSource({ describe: describeIt, query, conversations, conversation, knowledgeGaps }, admin),
    ).to.not.have.any.keys('addKnowledge', 'append');
  });
});
