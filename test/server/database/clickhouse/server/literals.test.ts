/** What only a real server can tell: that literals come back as they went in. */
import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { expect } from 'chai';
import fc from 'fast-check';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';
import { toLiteral } from '../../../../../src/server/database/clickhouse/literal.js';

describe('literals on an old server', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let client: ClickHouseClient;

  beforeAll(async () => {
    cluster = await startCluster(1);
    client = createClient({ url: cluster.nodes[0]!.url });
  });

  afterAll(async () => {
    await client?.close();
    await cluster?.stop();
  });

  async function evaluate(...expressions: string[]): Promise<unknown[]> {
    const answer = await client.query({
      query: `SELECT ${expressions.join(', ')}`,
      format: 'JSONCompact',
      clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
    });
    const { data } = await answer.json<unknown[]>();
    return data[0]!;
  }

  /** Half a surrogate pair cannot be sent as UTF-8. */
  const asSent = (text: string) => Buffer.from(text).toString();
  const marks = fc.constantFrom(
    "'",
    '\\',
    '"',
    '`',
    '\0',
    '\n',
    '\r',
    '\t',
    '\b',
    '{',
    '}',
    ';',
    '--',
    '/*',
    '%',
    '_',
    'é',
    '😀',
    '\ud83d',
    '\u2028',
    '\\x41',
    "\\'",
    "''",
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 3 }))).map((parts) => parts.join('')),
  );

  it('gives back every text, byte by byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const literals = texts.map((value) => toLiteral({ type: 'text', value }));
        const [list, ...rest] = await evaluate(
          toLiteral({ type: 'texts', value: texts }),
          ...literals,
          ...literals.map((literal) => `hex(${literal})`),
          ...literals.map((literal) => `toString(length(${literal}))`),
        );
        expect(list).to.deep.equal(texts.map(asSent));
        expect(rest).to.deep.equal([
          ...texts.map(asSent),
          ...texts.map((text) => Buffer.from(text).toString('hex').toUpperCase()),
          ...texts.map((text) => String(Buffer.byteLength(text))),
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives back every number', async () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    await fc.assert(
      fc.asyncProperty(fc.maxSafeInteger(), fc.array(fc.maxSafeInteger()), double, async (int, ints, number) => {
        const answer = await evaluate(
          toLiteral({ type: 'int', value: int }),
          toLiteral({ type: 'ints', value: ints }),
          `reinterpretAsUInt64(reinterpretAsString(${toLiteral({ type: 'number', value: number })})) = toUInt64('${bitsOf(number)}')`,
        );
        expect(answer).to.deep.equal([int, ints, 1]);
      }),
      { numRuns: 100 },
    );
  });

  function bitsOf(value: number): string {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString();
  }
});
