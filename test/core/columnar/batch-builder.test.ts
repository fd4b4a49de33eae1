import { expect } from 'chai';
import { BatchBuilder, type ConversationBatch } from '../../../src/core/columnar/store/batch.js';
import { Dictionaries, type TextColumn } from '../../../src/core/columnar/store/columns.js';
import { readUtf8 } from '../../../src/core/columnar/store/bytes.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';

const T = Date.UTC(2026, 5, 1);
const OWN = { plan: 'text', cost: 'number', weight: 'number' } as const;

const batchOf = (
  records: readonly object[],
  builder = new BatchBuilder(new Dictionaries(), OWN),
): ConversationBatch => {
  for (const record of records) builder.addRecord({ startedAt: T, ...record } as Conversation);
  return builder.take();
};

const textsOf = ({ bytes, offsets, missing }: TextColumn): (string | null)[] =>
  [...offsets.slice(1)].map((end, row) => (missing?.has(row) ? null : readUtf8(bytes, offsets[row]!, end)));

const valuesOf = (batch: ConversationBatch, name: string) => {
  const column = batch.texts.get(name);
  return column && [...column.codes].map((code) => column.dictionary.valueOf(code));
};

describe('BatchBuilder', () => {
  it('makes a column of each field of which some row has a value', () => {
    const batch = batchOf([
      { id: 'a', channel: 'web', plan: 'free', cost: 3, messageCount: 2 },
      { id: 'b', channel: 'email', tag: null, cost: 4, messageCount: 5, startedAt: '2026-06-01T02:00+02:00' },
      { id: 'c', channel: 'web', profile: 'p1', cost: -5, messageCount: 0, startedAt: new Date(T + 1) },
    ]);
    expect(batch.length).to.equal(3);
    expect(textsOf(batch.id)).to.deep.equal(['a', 'b', 'c']);
    expect([...batch.startedAt]).to.deep.equal([T, T, T + 1]);
    expect([...batch.texts.keys()]).to.have.members(['channel', 'plan', 'profile']);
    expect(valuesOf(batch, 'channel')).to.deep.equal(['web', 'email', 'web']);
    expect(valuesOf(batch, 'plan')).to.deep.equal(['free', null, null]);
    expect(valuesOf(batch, 'profile')).to.deep.equal([null, null, 'p1']);
    expect([...batch.numbers.keys()]).to.have.members(['cost', 'messageCount']);
    expect(batch.numbers.get('cost')!.values).to.deep.equal(Int32Array.of(3, 4, -5));
    expect(batch).not.to.have.any.keys('updatedAt', 'firstQuestion');
    expect(batch.records.size).to.equal(0);
  });

  it('keeps missing, broken, large and negative zero numbers as doubles', () => {
    const batch = batchOf([
      { id: 'a', cost: 1, weight: 2 ** 31, messageCount: 1 },
      { id: 'b', weight: -0.5, messageCount: -0 },
    ]);
    expect(batch.numbers.get('cost')!.values).to.deep.equal(Float64Array.of(1, NaN));
    expect(batch.numbers.get('weight')!.values).to.deep.equal(Float64Array.of(2 ** 31, -0.5));
    expect(Object.is(batch.numbers.get('messageCount')!.values[1], -0)).to.equal(true);
  });

  it('tells an empty question from a missing one', () => {
    const batch = batchOf([
      { id: 'a' },
      { id: 'b', firstQuestion: '' },
      { id: 'c', firstQuestion: 'Größe 😀 \ud800?' },
      { id: 'd' },
    ]);
    expect(textsOf(batch.firstQuestion!)).to.deep.equal([null, '', 'Größe 😀 \ud800?', null]);
    expect(batch.firstQuestion!.isAscii).to.equal(false);
    expect(batch.id.isAscii).to.equal(true);
  });

  it('keeps an update only where there is one', () => {
    expect(batchOf([{ id: 'a' }, { id: 'b', updatedAt: '2026-06-01T00:00:01Z' }]).updatedAt).to.deep.equal(
      Float64Array.of(NaN, T + 1000),
    );
  });

  const RECORDS: Record<string, object> = {
    messages: { messages: [] },
    'a profile of several fields': { profile: { id: 'p' } },
    'a rating': { rating: { value: 5, at: T } },
    handoffs: { handoffs: [] },
    clicks: { clicks: [] },
    'cart adds': { cartAdds: [] },
    goals: { goals: [] },
    'a closing time': { closedAt: T },
  };
  for (const [what, fields] of Object.entries(RECORDS)) {
    it(`keeps the record that has ${what}`, () => {
      const record = { id: 'b', tag: 'x', ...fields };
      const batch = batchOf([{ id: 'a' }, record]);
      expect([...batch.records]).to.deep.equal([[1, { startedAt: T, ...record }]]);
      expect(valuesOf(batch, 'tag')).to.deep.equal([null, 'x']);
      expect(batch.texts.has('profile')).to.equal(false);
    });
  }

  it('gives codes the room that they need', () => {
    const widthOf = (count: number) =>
      batchOf(Array.from({ length: count }, (_, row) => ({ id: `${row}`, tag: `t${row}` }))).texts.get('tag')!.codes
        .BYTES_PER_ELEMENT;
    expect([255, 256, 65_535, 65_536].map(widthOf)).to.deep.equal([1, 2, 2, 4]);
  });

  it('begins anew, with the same codes', () => {
    const builder = new BatchBuilder(new Dictionaries(), OWN);
    batchOf(
      [
        { id: 'a', tag: 'x', firstQuestion: 'Ä', updatedAt: T, cost: 1, goals: [] },
        { id: 'b', tag: 'y' },
      ],
      builder,
    );
    const batch = batchOf([{ id: 'c' }, { id: 'd', tag: 'y', firstQuestion: 'A' }], builder);
    expect(textsOf(batch.id)).to.deep.equal(['c', 'd']);
    expect(textsOf(batch.firstQuestion!)).to.deep.equal([null, 'A']);
    expect(batch.firstQuestion!.isAscii).to.equal(true);
    expect(batch.texts.get('tag')!.codes).to.deep.equal(Uint8Array.of(0, 2));
    expect(batch.updatedAt).to.equal(undefined);
    expect([...batch.numbers.keys()]).to.deep.equal([]);
    expect(batch.records.size).to.equal(0);
  });

  it('forgets a row that is not committed', () => {
    const builder = new BatchBuilder(new Dictionaries(), OWN);
    builder.addRecord({ id: 'a', startedAt: T });
    builder.id.set(1, 'gone');
    builder.texts.get('tag')!.set(1, 1);
    builder.numbers.get('cost')!.set(1, 1);
    builder.dropRow();
    builder.addRecord({ id: 'b', startedAt: T });
    const batch = builder.take();
    expect(textsOf(batch.id)).to.deep.equal(['a', 'b']);
    expect(batch.texts.size + batch.numbers.size).to.equal(0);
  });

  it('hands over an empty batch', () => {
    const batch = batchOf([]);
    expect(batch.length).to.equal(0);
    expect(batch.id.offsets).to.deep.equal(Uint32Array.of(0));
  });
});
