import { expect } from 'chai';
import fc from 'fast-check';
import { RecordCodec, RecordWriter } from '../../../src/core/columnar/records/record-codec.js';
import { recordTimes } from '../../../src/core/facts/event-times.js';
import { toOutward } from '../../../src/core/facts/outward.js';
import { FACTS, RECORD_FACTS } from '../../../src/core/facts/registry.js';
import { recordFacts } from '../answer/records/random-records.js';

describe('records as bytes', () => {
  it('come back with the fields, events and times that they had', () =>
    fc.assert(
      fc.property(recordFacts, (data) => {
        for (const fact of RECORD_FACTS) {
          const { fields } = FACTS[fact];
          const codec = new RecordCodec(fields, {});
          const out = new RecordWriter();
          const starts: number[] = [];
          for (const record of data[fact] ?? []) {
            starts.push(out.at);
            codec.write(record, out);
            const times = recordTimes(fact, record as never);
            expect([out.first, out.last]).to.deep.equal([Math.min(Infinity, ...times), Math.max(-Infinity, ...times)]);
          }
          const bytes = out.take();
          for (const [place, record] of (data[fact] ?? []).entries())
            expect(toOutward(fields, codec.read(bytes, starts[place]!))).to.deep.equal({
              ...toOutward(fields, { ...record, id: null }),
            });
        }
      }),
    ));

  const codec = new RecordCodec(FACTS.tickets.fields, { plan: 'text', effort: 'number' });
  const again = (record: object) => {
    const out = new RecordWriter();
    codec.write(record, out);
    return codec.read(out.take(), 0);
  };
  const createdAt = 1_780_272_000_000;

  for (const [name, text] of [
    ['is empty', ''],
    ['is long', 'where is my parcel? '.repeat(5000)],
    ['has emoji and half a pair', '👋🏽 ä \ud800'],
  ] as const)
    it(`keep a text that ${name}`, () =>
      expect(again({ createdAt, subject: text, type: text })).to.deep.equal({ createdAt, subject: text, type: text }));

  for (const effort of [0, -0, 1.5, -7, 2 ** 53, 2 ** 52 + 1, 1e300, 5e-324])
    it(`keep the number ${Object.is(effort, -0) ? '-0' : effort}`, () =>
      expect(again({ createdAt, effort })).to.deep.equal({ createdAt, effort }));

  it('keep more texts than are remembered', () => {
    const out = new RecordWriter();
    const names = Array.from({ length: 6000 }, (_, index) => `agent ${index}`);
    const starts = names.map((agent) => {
      const start = out.at;
      codec.write({ createdAt, agent }, out);
      return start;
    });
    const bytes = out.take();
    expect(starts.map((start) => (codec.read(bytes, start) as { agent: string }).agent)).to.deep.equal(names);
  });

  it('have no column of another kind than declared', () =>
    expect(again({ createdAt, plan: 3, effort: 'much' })).to.deep.equal({ createdAt }));
});
