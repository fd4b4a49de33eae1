import { expect } from 'chai';
import fc from 'fast-check';
import { oddValues, validRecords, withOddPart } from '../contract/fact-arbitraries.js';
import { readPlainly, readValuePlainly, type Outcome } from './plain-reading.js';
import { OWN, toRow, tryAll } from './read-all.js';

const RUNS = { numRuns: 400 };

const own = {
  plan: fc.constantFrom<unknown>(undefined, null, 'free', 'Größe', 'a "b"\\\n', 3),
  cost: fc.oneof(
    fc.constantFrom<unknown>(undefined, null, 1, -0, 0.1, 1e300, 'x'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
  ),
};
/** Most are plain, as they mostly are. */
const plainer = fc
  .tuple(validRecords.conversations, fc.boolean())
  .map(([{ messages, closedAt, handoffs, clicks, cartAdds, goals, rating, profile, ...plain }, isFull]) =>
    isFull ? { ...plain, messages, closedAt, handoffs, clicks, cartAdds, goals, rating, profile } : plain,
  );
const conversation = fc
  .tuple(plainer, fc.record(own, { requiredKeys: [] }), fc.array(fc.nat(30), { maxLength: 3 }), oddValues, fc.nat(9))
  .map(([record, extra, steps, odd, dice]): unknown =>
    dice === 0 ? withOddPart({ ...record, ...extra }, steps, odd) : { ...record, ...extra },
  );
const conversations = fc.array(conversation, { maxLength: 12 });
const data = fc
  .record(
    {
      conversations: fc.oneof({ weight: 5, arbitrary: conversations }, oddValues),
      orders: fc.array(fc.oneof({ weight: 4, arbitrary: validRecords.orders }, oddValues), { maxLength: 3 }),
      articles: fc.array(validRecords.articles, { maxLength: 3 }),
      tickets: fc.constant([{}]),
      extra: fc.oneof(fc.constant([1, [2], { a: ']' }]), fc.jsonValue()),
      skills: fc.oneof(fc.constant(['a']), fc.jsonValue()),
      live: fc.jsonValue(),
      timeZone: fc.constant('UTC'),
    },
    { requiredKeys: [] },
  )
  .chain((given) =>
    fc
      .shuffledSubarray(Object.keys(given), { minLength: Object.keys(given).length })
      .map((names) => Object.fromEntries(names.map((name) => [name, (given as Record<string, unknown>)[name]]))),
  );

/** JSON does not say everything that can stand in a record. */
function toJson(value: unknown, indent?: number | string): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part), indent) ?? 'null'
  );
}

/** Writes characters as escapes here and there, which is the same text. */
function escaped(text: string, every: number): string {
  let count = 0;
  return text.replace(/[^\s"\\{}[\]:,\d.+eE-]/gu, (letter, at: number) =>
    count++ % every === 0 && isInString(text, at)
      ? [...Array(letter.length).keys()]
          .map((unit) => `\\u${letter.charCodeAt(unit).toString(16).padStart(4, '0')}`)
          .join('')
      : letter,
  );
}

function isInString(text: string, at: number): boolean {
  let isIn = false;
  for (let i = 0; i < at; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') isIn = !isIn;
  }
  return isIn && text[at - 1] !== '\\' && !/\\u[\da-f]{0,3}$/i.test(text.slice(Math.max(0, at - 6), at));
}

function split<T extends Uint8Array | string>(whole: T, sizes: readonly number[]): T[] {
  const parts: T[] = [];
  for (let at = 0, i = 0; at < whole.length; i++) {
    const size = sizes[i % sizes.length]!;
    parts.push(whole.slice(at, at + size) as T);
    at += size;
  }
  return parts;
}

const sizes = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 300 }), fc.constant(100_000)),
  { minLength: 1, maxLength: 5 },
);

function expected(outcome: Outcome | 'unreadable') {
  return outcome === 'unreadable'
    ? outcome
    : {
        ...outcome,
        conversations: outcome.conversations.map((one) => toRow(one)),
        refused: outcome.refused.slice(0, 100),
      };
}

async function expectSame(parts: readonly (Uint8Array | string | object)[], plain: Outcome | 'unreadable') {
  expect(await tryAll(parts)).to.deep.equal(expected(plain));
}

describe('createFactReader', () => {
  it('reads bytes of JSON as JSON.parse and the check do', async () => {
    const form = fc.constantFrom(undefined, 1, '\t');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(conversations as fc.Arbitrary<unknown>, data),
        form,
        sizes,
        fc.integer({ min: 1, max: 40 }),
        async (value, indent, parts, every) => {
          const text = escaped(toJson(value, indent), every);
          const bytes = new TextEncoder().encode(text);
          await expectSame(split(bytes, parts), readPlainly(new TextDecoder().decode(bytes), 'conversations', OWN));
        },
      ),
      RUNS,
    );
  });

  it('reads text as it reads bytes, lone surrogates too', async () => {
    const broken = fc.tuple(data, fc.constantFrom('\ud800', '\udc00', 'x'), fc.nat()).map(([value, unit, at]) => {
      const text = toJson(value);
      return text.slice(0, at % (text.length + 1)) + unit + text.slice(at % (text.length + 1));
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          data.map((value) => toJson(value)),
          broken,
        ),
        fc.integer({ min: 1, max: 300 }),
        async (text, size) => {
          const parts: string[] = [];
          for (let at = 0; at < text.length;) {
            const end = at + size + Number(/[\ud800-\udbff]/.test(text.charAt(at + size - 1)));
            parts.push(text.slice(at, end));
            at = end;
          }
          await expectSame(parts, readPlainly(text, 'conversations', OWN));
        },
      ),
      RUNS,
    );
  });

  it('reads lines as JSON.parse and the check do, broken ones too', async () => {
    const line = fc.oneof(
      { weight: 8, arbitrary: conversation.map((one) => toJson(one)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '',
          ' ',
          '{',
          '{"id":',
          'soon',
          '\u00a0',
          '[1]',
          '3',
          '{"id":"a","startedAt":1780000000000} x',
          '{"id":"a","startedAt":1780000000000}\u00a0',
          '{"id":"a","startedAt":1780000000000,}',
        ),
      },
    );
    const lines = fc.tuple(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      fc.constantFrom('', '\n', '\r\n \n'),
      fc.constantFrom('', '\ufeff', ' \n'),
    );
    await fc.assert(
      fc.asyncProperty(lines, sizes, async ([list, join, end, start], parts) => {
        const text = start + list.join(join) + end;
        await expectSame(split(new TextEncoder().encode(text), parts), readPlainly(text, 'conversations', OWN));
      }),
      RUNS,
    );
  });

  it('reads damaged bytes as a decoder would have them', async () => {
    await fc.assert(
      fc.asyncProperty(
        conversations,
        sizes,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
        async (value, parts, damages) => {
          const bytes = new TextEncoder().encode(toJson(value));
          for (const [at, byte] of damages) bytes[at % bytes.length] = byte;
          await expectSame(split(bytes, parts), readPlainly(new TextDecoder().decode(bytes), 'conversations', OWN));
        },
      ),
      RUNS,
    );
  });

  it('reads objects as the check does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(conversations, data), async (value) =>
        expectSame([value], readValuePlainly(value, 'conversations', OWN)),
      ),
      RUNS,
    );
  });
});
