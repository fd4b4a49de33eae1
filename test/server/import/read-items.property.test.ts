import fc from 'fast-check';
import { expect } from 'chai';
import { gzipSync } from 'node:zlib';
import { unpack } from '../../../src/server/import/open-file.js';
import { readItems } from '../../../src/server/import/read-items.js';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function recordsOf(name: string, bytes: Buffer, size: number): Promise<unknown[]> {
  const records: unknown[] = [];
  for await (const items of readItems(unpack(inPieces(bytes, size)), { name, fact: 'conversations', columns: {} })) {
    for (const item of items) if (item.kind === 'record') records.push(item.value);
  }
  return records;
}

/** Texts with whatever a reader may stumble over. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"', '\\', ',', '\n', '\r\n', ']', '}', 'é', '배송', '😀', '\u2028'),
);
/** A cell that is empty is no text, and the spaces around an id are the id's. */
const record = fc.record({
  id: fc.string({ minLength: 1 }),
  startedAt: fc.constant('2026-06-01T10:00:00Z'),
  tag: text,
  firstQuestion: text,
  messages: fc.array(fc.record({ text }), { maxLength: 2 }),
});
const records = fc.array(record, { minLength: 1, maxLength: 8 });

const FORMS: [name: string, write: (list: Record<string, unknown>[]) => string][] = [
  ['conversations.ndjson', (list) => list.map((one) => JSON.stringify(one)).join('\n')],
  ['conversations.jsonl', (list) => `\uFEFF${list.map((one) => `  ${JSON.stringify(one)}\r\n\r\n`).join('')}`],
  ['conversations.json', (list) => JSON.stringify(list, undefined, 2)],
  ['all.json', (list) => JSON.stringify({ before: [{ conversations: [1] }], conversations: list, after: '"}]' })],
];
const cell = (value: unknown): string =>
  `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
const toCsv = (list: Record<string, unknown>[], separator: string): string =>
  [
    'id,startedAt,tag,firstQuestion,messages'.replaceAll(',', separator),
    ...list.map((one) => Object.values(one).map(cell).join(separator)),
  ].join('\r\n');
const withoutEmpty = (one: Record<string, unknown>): unknown =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== ''));

describe('any records, however their bytes come', () => {
  for (const [name, write] of FORMS) {
    it(`${name} gives them as they are`, () =>
      fc.assert(
        fc.asyncProperty(records, fc.integer({ min: 1, max: 70 }), fc.boolean(), async (list, size, isPacked) => {
          const bytes = Buffer.from(write(list));
          expect(await recordsOf(name, isPacked ? gzipSync(bytes) : bytes, size)).to.deep.equal(
            JSON.parse(JSON.stringify(list)),
          );
        }),
        { numRuns: 150 },
      ));
  }

  it('conversations.csv gives them without what is empty', () =>
    fc.assert(
      fc.asyncProperty(
        records,
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom(',', ';', '\t'),
        async (list, size, separator) => {
          expect(await recordsOf('conversations.csv', Buffer.from(toCsv(list, separator)), size)).to.deep.equal(
            list.map(withoutEmpty),
          );
        },
      ),
      { numRuns: 150 },
    ));
});
