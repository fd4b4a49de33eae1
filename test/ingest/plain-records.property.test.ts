/** Tickets, surveys and their like from bytes: what is accepted and refused is what the check says of the parsed record. */
import { expect } from 'chai';
import fc from 'fast-check';
import { toOutward } from '../../src/core/facts/outward.js';
import { FACTS, RECORD_FACTS, type RecordFactName } from '../../src/core/facts/registry.js';
import { recordFacts } from '../core/answer/records/random-records.js';
import { readAll } from './read-all.js';
import type { Outcome } from './plain-reading.js';

const OWN = { tickets: { plan: 'text', effort: 'number' } } as const;

/** Instants in one form. */
function shown({ records, refused, given }: Outcome): object {
  const outward = records.map(({ fact, record }) => ({
    fact,
    ...toOutward(FACTS[fact as RecordFactName].fields, record as object),
    plan: (fact === 'tickets' && (record as { plan?: string | null }).plan) ?? null,
  }));
  return { records: outward, refused, given };
}

/** Some records are changed so that they are unusual or wrong. */
const CHANGES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/:(1[67]\d{11})/g, (_, ms: string) => `:"${new Date(Number(ms)).toISOString()}"`),
  (text) => text.replace(/:(1[67]\d{8})\d{3}/, ':$1'),
  (text) => text.replace('"at":', '"at":0,"at":'),
  (text) => text.replace(/"(channel|kind|plan)":"[^"]*"/, '"$1":7'),
  (text) => text.replace(/"(channel|segment)":"[^"]*"/, '"$1":"\\u00e4\\n"'),
  (text) => text.replace('{', '{"unknown":[1,{"a":"}"}],"other":null,'),
  (text) => text.replace(/,/g, ' ,\n\t').replace(/:/g, ' : '),
  (text) => text.replace('[{', '[null,{'),
  (text) => text.replace(/"from":"\w+"/, '"from":"bot"'),
  (text) => text.replace(/"(resolvedAt|sentAt|updatedAt)":\d+/, '"$1":"0001-01-01T00:00:00Z"'),
  (text) => text.replace(/"value":-?[\d.]+/, '"value":1e3'),
];

describe('records read from bytes', () => {
  it('are those that the check accepts of parsed ones, and what it refuses is refused alike', () =>
    fc.assert(
      fc.asyncProperty(
        recordFacts,
        fc.array(fc.nat(CHANGES.length - 1), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 400 }),
        async (data, changes, size) => {
          const lists = RECORD_FACTS.flatMap((fact) => {
            const records = (data[fact] ?? []).map((record, index) =>
              CHANGES[changes[index % changes.length]!]!(JSON.stringify(record)),
            );
            return data[fact] ? [`${JSON.stringify(fact)}:[${records.join(',')}]`] : [];
          });
          const text = `{"skills":null,${lists.join(',') || '"orders":[]'}}`;
          const bytes = new TextEncoder().encode(text);
          const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, part) =>
            bytes.slice(part * size, (part + 1) * size),
          );
          const parsed = await readAll([JSON.parse(text) as object], 'tickets', OWN);
          expect(shown(await readAll(parts, 'tickets', OWN))).to.deep.equal(shown(parsed));
        },
      ),
      { numRuns: 300 },
    ));

  it('are the same line by line', async () => {
    const lines = [
      '{"id":"t","createdAt":1780272000000}',
      '{"id":"u"}',
      '',
      '{"id":"v","createdAt":"2026-06-01T00:00:00Z"}',
    ];
    const { records, refused } = await readAll([lines.join('\n')], 'tickets', OWN);
    expect(records.map(({ record }) => (record as { id: string }).id)).to.deep.equal(['t', 'v']);
    expect(refused.map(({ index, field }) => [index, field])).to.deep.equal([[1, 'createdAt']]);
  });
});
