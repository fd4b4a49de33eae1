import { expect } from 'chai';
import { answerList } from '../../../src/core/answer/list.js';
import { SORT_KEYS, type MetricsEngine } from '../../../src/core/answer/engine.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { Catalogue } from '../../../src/core/metrics/catalogue.js';
import type { ConversationsQuery } from '../../../src/core/query.js';
import { ColumnarFacts, inParts, plainEngine } from './two-engines.js';

const START = Date.UTC(2026, 0, 1);
const NOW = Date.UTC(2026, 5, 1);
const WORDS = ['Where', 'order', 'is', 'My', 'parcel', 'Größe', 'return', '注文', 'Änderung', 'late'];

/** Numbers that look random, the same each time. */
function* numbers(seed = 1): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function makeConversations(count: number): Conversation[] {
  const source = numbers();
  const below = (most: number) => Math.floor(source.next().value * most);
  return Array.from({ length: count }, (_, index) => ({
    id: `c${String(below(10) ? index : below(count)).padStart(6, '0')}`,
    startedAt: START + index * 60_000 - below(20) * 600_000,
    channel: ['web', 'Email', 'sms', ''][below(4)]!,
    status: (['resolved', 'routed', 'open'] as const)[below(3)]!,
    tag: `tag-${below(30)}`,
    firstQuestion: Array.from({ length: below(7) }, () => WORDS[below(WORDS.length)]).join(' '),
    ...(below(3) > 0 && { updatedAt: START + index * 60_000 + below(1e6) }),
    ...(below(5) === 0 && {
      messages: [
        { at: START + index * 60_000, from: 'visitor' as const, text: `${WORDS[below(10)]} ${WORDS[below(10)]}` },
      ],
      profile: { name: WORDS[below(10)]! },
    }),
  }));
}

const conversations = makeConversations(4000);
const plain = plainEngine({ conversations });
const columnar = new ColumnarFacts();
for (const part of inParts(conversations, [2500, ...new Array<number>(15).fill(80)])) columnar.append(part);

const page = (engine: MetricsEngine, query: Partial<ConversationsQuery>) =>
  answerList(
    { from: '2025-12-30', to: '2026-02-01', timeZone: 'UTC', metric: 'total-volume', ...query },
    { engine, catalogue: new Catalogue(), clock: () => NOW },
  );

async function expectSame(query: Partial<ConversationsQuery>) {
  expect(await page(columnar.engine, query)).to.deep.equal(await page(plain, query));
}

describe('a list of thousands of conversations', () => {
  for (const key of SORT_KEYS) {
    it(`is sorted by ${key} on the first, the next and the last page`, async () => {
      for (const sort of [key, `-${key}`])
        for (const at of [1, 2, 9, 1, 150, 151, 2]) await expectSame({ sort, page: at });
    });
  }

  it('is searched where many rows come into question and where few do', async () => {
    for (const search of ['order', 'ORDER IS', 'größe', 'grosse', '文', 'c0012', 'e', 'parcel where is']) {
      await expectSame({ search });
      await expectSame({ search, filters: { tag: ['tag-3'] }, sort: 'first-question' });
    }
  });

  it('is found by ids', async () => expectSame({ ids: ['c000001', 'c003999', 'none', 'c000700'] }));
});
