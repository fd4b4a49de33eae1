import { expect } from 'chai';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { FACT_SCHEMAS } from '../../src/contract/fact-schemas.js';
import { checkFields, checkRecord } from '../../src/core/facts/check-record.js';
import { FACT_NAMES, FACTS, isFactName, type FactName } from '../../src/core/facts/registry.js';
import { showValue } from '../../src/core/format/show-value.js';
import { nastyKeys, oddValues, validRecords, withOddPart } from './fact-arbitraries.js';

/** What both say about a value: whether it fits. */
function verdicts(fact: FactName, value: unknown): { schema: boolean; check: boolean } {
  return { schema: fits(FACT_SCHEMAS[fact], value), check: checkFields(FACTS[fact].fields)(value) === undefined };
}

function fits(schema: z.ZodMiniType, value: unknown): boolean {
  try {
    return z.safeParse(schema, value).success;
  } catch {
    // It compares an object's `length`, and throws where that cannot be made a number.
    return false;
  }
}

function agree(fact: FactName, value: unknown): boolean {
  const { schema, check } = verdicts(fact, value);
  expect(check, `the check of ${showValue(value)}, where the schema says ${schema}`).to.equal(schema);
  return schema;
}

/** Facts whose fields nest deep get the most; the others are made of the same pieces. */
const DEEP: ReadonlySet<FactName> = new Set(['conversations', 'orders', 'articles', 'tickets']);

for (const fact of FACT_NAMES) {
  const times = DEEP.has(fact) ? 1 : 0.2;
  describe(`the check and the schema of ${fact}`, () => {
    it('both accept every valid record', () =>
      fc.assert(
        fc.property(validRecords[fact], (record) => {
          expect(agree(fact, record)).to.equal(true);
        }),
        { numRuns: 300 * times },
      ));

    it('judge a record with one odd part alike', () => {
      const seen = { accepted: 0, refused: 0 };
      fc.assert(
        fc.property(
          validRecords[fact],
          fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
          oddValues,
          (record, steps, odd) => {
            seen[agree(fact, withOddPart(record, steps, odd)) ? 'accepted' : 'refused']++;
          },
        ),
        { numRuns: 2000 * times },
      );
      expect(seen.accepted, 'odd records that fit all the same').to.be.above(20 * times);
      expect(seen.refused, 'odd records that do not fit').to.be.above(200 * times);
    });

    it('judge a record with one field taken away alike', () =>
      fc.assert(
        fc.property(validRecords[fact], fc.nat(30), (record, step) => {
          const keys = Object.keys(record);
          const gone = keys[step % keys.length];
          agree(fact, Object.fromEntries(Object.entries(record).filter(([key]) => key !== gone)));
        }),
        { numRuns: 300 * times },
      ));

    it('judge anything else alike', () =>
      fc.assert(
        fc.property(
          fc.oneof(
            oddValues,
            fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
          ),
          (value) => {
            agree(fact, value);
          },
        ),
        { numRuns: 500 * times },
      ));

    it('judge what came as JSON alike, also under keys of prototypes', () =>
      fc.assert(
        fc.property(validRecords[fact], nastyKeys, fc.jsonValue(), (record, key, value) => {
          const json = (field: unknown) => `{${JSON.stringify(key)}:${JSON.stringify(field)}}`;
          agree(fact, JSON.parse(`${JSON.stringify(record).slice(0, -1)},${json(value).slice(1)}`));
          agree(fact, { ...record, rating: { value: 5, at: 1e12, aspects: JSON.parse(json(value)) as unknown } });
          agree(fact, { ...record, profile: JSON.parse(json(value)) as unknown });
        }),
        { numRuns: 300 * times },
      ));
  });
}

describe('a refusal', () => {
  const whole = { id: 'c', startedAt: '2026-06-01T00:00:00Z' };
  const message = { at: '2026-06-01T00:00:00Z', from: 'visitor', text: '' };
  const line = { productId: 'p', amount: 1 };
  const cases: [fact: FactName, record: unknown, field: string, says: string][] = [
    ['conversations', null, '', 'is null, not an object'],
    ['conversations', [], '', 'is [], not an object'],
    ['conversations', tooDeep(), '', 'is a list that cannot be shown, not an object'],
    ['conversations', { ...whole, messages: { deep: tooDeep() } }, 'messages', 'is an object that cannot be shown'],
    ['conversations', 'text', '', 'is "text", not an object'],
    ['conversations', {}, 'id', 'is missing'],
    ['conversations', { ...whole, id: '' }, 'id', 'is "", not a text with content'],
    ['conversations', { ...whole, id: null }, 'id', 'is null'],
    ['conversations', { ...whole, id: 7 }, 'id', 'is 7'],
    ['conversations', { id: 'c' }, 'startedAt', 'is missing, not an instant'],
    ['conversations', { ...whole, startedAt: null }, 'startedAt', 'is null'],
    ['conversations', { ...whole, startedAt: 1780000000 }, 'startedAt', 'is 1780000000, not an instant'],
    [
      'conversations',
      { ...whole, startedAt: '2026-06-01' },
      'startedAt',
      'is "2026-06-01", not an instant: use ISO 8601',
    ],
    ['conversations', { ...whole, startedAt: '2026-02-30T00:00:00Z' }, 'startedAt', '2026-02-30'],
    ['conversations', { ...whole, startedAt: new Date(NaN) }, 'startedAt', 'Invalid Date'],
    ...[
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z',
      '1970-01-01T00:00:00Z',
      '1989-12-31T23:59:59Z',
      '2100-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      1e11,
      4_102_444_800_000,
    ].map((startedAt): [FactName, unknown, string, string] => [
      'conversations',
      { ...whole, startedAt },
      'startedAt',
      `is ${JSON.stringify(startedAt)}, not from 1990 to 2099: a date that was never set`,
    ]),
    [
      'conversations',
      { ...whole, messages: [{ ...message, at: '0001-01-01T00:00:00Z' }] },
      'messages[0].at',
      'is "0001-01-01T00:00:00Z", not from 1990 to 2099',
    ],
    ['conversations', { ...whole, closedAt: '1989-12-31T23:59:59Z' }, 'closedAt', 'not from 1990 to 2099'],
    ['customers', { id: 'c', startedAt: '1899-12-31T23:59:59Z' }, 'startedAt', 'not from 1900 to 2099'],
    ['conversations', { ...whole, channel: 7 }, 'channel', 'is 7, not a text'],
    ['conversations', { ...whole, messageCount: 1.5 }, 'messageCount', 'is 1.5, not a whole number from 0 on'],
    ['conversations', { ...whole, messageCount: -1 }, 'messageCount', 'is -1'],
    ['conversations', { ...whole, messageCount: 1e21 }, 'messageCount', 'is 1e+21'],
    ['conversations', { ...whole, messageCount: NaN }, 'messageCount', 'is NaN'],
    ['conversations', { ...whole, messages: {} }, 'messages', 'is {}, not a list'],
    [
      'conversations',
      { ...whole, messages: [message, message, { ...message, from: 'robot' }] },
      'messages[2].from',
      'is "robot", not one of "visitor", "agent", "human"',
    ],
    ['conversations', { ...whole, messages: [null] }, 'messages[0]', 'is null, not an object'],
    ['conversations', { ...whole, messages: [{ ...message, text: undefined }] }, 'messages[0].text', 'is missing'],
    [
      'conversations',
      { ...whole, messages: [{ ...message, skill: ['a', 7] }] },
      'messages[0].skill[1]',
      'is 7, not a text',
    ],
    [
      'conversations',
      { ...whole, messages: [{ ...message, masked: false }] },
      'messages[0].masked',
      'is false, not one of true',
    ],
    ['conversations', { ...whole, profile: { email: 7 } }, 'profile.email', 'is 7, not a text'],
    [
      'conversations',
      { ...whole, status: 'done' },
      'status',
      'is "done", not one of "resolved", "routed", "closed", "open"',
    ],
    ['conversations', { ...whole, rating: { value: 6, at: 1e12 } }, 'rating.value', 'is 6, not one of 1, 2, 3, 4, 5'],
    [
      'conversations',
      { ...whole, rating: { value: 5, at: 1e12, aspects: { speed: 'fast' } } },
      'rating.aspects.speed',
      'is "fast", not a number',
    ],
    ['conversations', { ...whole, handoffs: [{ at: 1e12, by: 'phone' }] }, 'handoffs[0].by', 'is "phone"'],
    ['orders', { id: 'o', at: 1e12 }, 'items', 'is missing, not a list'],
    [
      'orders',
      { id: 'o', at: 1e12, items: [line, { ...line, amount: 9.99 }] },
      'items[1].amount',
      'is 9.99, not a whole number',
    ],
    ['articles', { id: 'a' }, 'title', 'is missing, not a text'],
  ];
  for (const [fact, record, field, says] of cases) {
    it(`of ${fact} ${showValue(record)} names ${field || 'the record'}: ${says}`, () => {
      const problem = checkRecord(fact, record);
      expect(problem?.field).to.equal(field);
      expect(problem?.reason).to.include(says);
    });
  }

  it('shortens long values', () => {
    const problem = checkRecord('conversations', { ...whole, status: 'x'.repeat(1000) });
    expect(problem!.reason.length).to.be.below(200);
    expect(problem!.reason).to.include('…');
  });
});

describe('isFactName', () => {
  for (const [name, is] of [
    ['conversations', true],
    ['orders', true],
    ['articles', true],
    ['Orders', false],
    ['constructor', false],
    ['__proto__', false],
    ['', false],
  ] as const) {
    it(`"${name}" is ${is}`, () => expect(isFactName(name)).to.equal(is));
  }
});

/** A list in a list, so often that JSON cannot be written of it. */
function tooDeep(): unknown[] {
  let deep: unknown[] = [];
  for (let level = 0; level < 20_000; level++) deep = [deep];
  return deep;
}
