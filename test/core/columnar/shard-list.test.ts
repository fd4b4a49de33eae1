import { expect } from 'chai';
import { BatchBuilder } from '../../../src/core/columnar/store/batch.js';
import { Dictionaries, Dictionary } from '../../../src/core/columnar/store/columns.js';
import { rowOf, shardOf } from '../../../src/core/columnar/store/id-index.js';
import { recordOf } from '../../../src/core/columnar/store/shard.js';
import { ShardList } from '../../../src/core/columnar/store/shards.js';
import { toUtf8 } from '../../../src/core/columnar/store/bytes.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { resolveSettings } from '../../../src/core/settings.js';

const START = Date.UTC(2026, 0, 1);

function listOf() {
  const dictionaries = new Dictionaries();
  const shards = new ShardList({
    settings: resolveSettings(),
    dictionaries,
    customColumns: [],
    names: new Dictionary(),
  });
  const builder = new BatchBuilder(dictionaries, {});
  return {
    shards,
    add(conversations: readonly Conversation[]) {
      for (const one of conversations) builder.addRecord(one);
      shards.add(builder.take());
    },
    find(id: string) {
      const bytes = toUtf8(id);
      const place = shards.find({ bytes, start: 0, end: bytes.length });
      return place === undefined ? undefined : recordOf(shards.at(shardOf(place)), rowOf(place)).raw;
    },
    count: () => shards.all.reduce((sum, { living }) => sum + living.count, 0),
  };
}

const talk = (id: string, minute: number, rest: Partial<Conversation> = {}): Conversation => ({
  id,
  startedAt: START + minute * 60_000,
  ...rest,
});
const many = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => talk(`c${String(first + index).padStart(7, '0')}`, (index * 7) % count));

describe('a list of shards', () => {
  it('keeps rows in order of time, at the same time as they came', () => {
    const { shards, add } = listOf();
    add([talk('c', 3), talk('a', 1), talk('d', 3), talk('b', 2), talk('e', 1)]);
    const [shard] = shards.all;
    expect(Array.from({ length: 5 }, (_, row) => recordOf(shard!, row).id)).to.deep.equal(['a', 'e', 'b', 'c', 'd']);
  });

  for (const [name, ids] of [
    ['ascending', ['a', 'b', 'c', 'd']],
    ['mixed', ['d', 'b', 'a', 'c']],
  ] as const) {
    it(`finds ${name} ids, whatever came before or after them`, () => {
      const { add, find } = listOf();
      add(ids.map((id, index) => talk(id, 9 - index)));
      add([talk('e', 1), talk('f', 0)]);
      add([talk('ba', 4)]);
      for (const id of ['a', 'b', 'ba', 'c', 'd', 'e', 'f']) expect(find(id)?.id).to.equal(id);
      for (const id of ['', '0', 'aa', 'bb', 'g']) expect(find(id)).to.equal(undefined);
    });
  }

  it('keeps the latest version of an id, at a tie the one that came later', () => {
    const { add, find, count } = listOf();
    add([
      talk('a', 1, { tag: 'first' }),
      talk('b', 2, { tag: 'first', updatedAt: START + 9e6 }),
      talk('c', 3, { tag: 'first' }),
      talk('c', 3, { tag: 'second' }),
    ]);
    add([talk('a', 1, { tag: 'second' }), talk('b', 5, { tag: 'second', updatedAt: START + 8e6 })]);
    expect([find('a')?.tag, find('b')?.tag, find('c')?.tag]).to.deep.equal(['second', 'first', 'second']);
    expect(count()).to.equal(3);
  });

  it('cuts a batch that is too long', () => {
    const { shards, add, find, count } = listOf();
    add(many(70_000));
    expect(shards.all.map(({ length }) => length)).to.deep.equal([65_536, 4464]);
    expect([count(), find('c0000000')?.id, find('c0069999')?.id]).to.deep.equal([70_000, 'c0000000', 'c0069999']);
  });

  it('puts small shards together, and leaves out what was replaced', () => {
    const { shards, add, find, count } = listOf();
    for (let batch = 0; batch < 90; batch++) add(many(1000, batch * 999));
    expect(count()).to.equal(89_911);
    expect(shards.all.length).to.be.below(12);
    expect(shards.all.reduce((sum, { length }) => sum + length, 0)).to.be.within(89_911, 89_930);
    for (const id of ['c0000000', 'c0000999', 'c0001998', 'c0089910']) expect(find(id)?.id).to.equal(id);
  });

  it('drops shards of which nothing is left', () => {
    const { shards, add } = listOf();
    add(many(20));
    add(many(20).map((one) => ({ ...one, updatedAt: START + 9e9 })));
    expect(shards.all.map(({ length }) => length)).to.deep.equal([20]);
  });

  it('uses the place of such a shard again, however often a conversation changes', () => {
    const { shards, add, find } = listOf();
    add(many(20));
    for (let change = 1; change <= 50; change++)
      add([talk('c0000007', 1, { updatedAt: START + 9e9 + change, tag: `change ${change}` })]);
    expect(Math.max(...shards.all.map(({ slot }) => slot))).to.be.below(4);
    expect(find('c0000007')?.tag).to.equal('change 50');
    expect(find('c0000008')?.id).to.equal('c0000008');
  });

  it('tells versions of a conversation with very many messages', () => {
    const { add, find } = listOf();
    const messages = Array.from({ length: 200_000 }, (_, index) => ({
      at: START + index,
      from: 'visitor' as const,
      text: '',
    }));
    for (const tag of ['first', 'second']) add([talk('a', 0, { messages, tag })]);
    expect(find('a')?.tag).to.equal('second');
  });
});
