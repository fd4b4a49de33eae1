import { expect } from 'chai';
import { readPlainly } from './plain-reading.js';
import { OWN, readAll, toRow, tryAll } from './read-all.js';

const T = 1780000000000;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const shown = (text: string) => {
  const plain = readPlainly(text, 'conversations', OWN);
  return plain === 'unreadable' ? plain : { ...plain, conversations: plain.conversations.map((one) => toRow(one)) };
};

const failure = async (parts: readonly (Uint8Array | string | object)[]): Promise<Error> => {
  try {
    await readAll(parts);
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was read.');
};

/** Fields of a record as they may be written. */
const FIELDS = [
  ...[
    '0',
    '-0',
    '12',
    '-7',
    '2147483648',
    '0.1',
    '-0.5',
    '1e3',
    '1E-7',
    '1e400',
    '0.30000000000000004',
    '123456789012345678',
    '9007199254740993',
    '1.7976931348623157e308',
    '00',
    '01',
    '1.',
    '.5',
    '-',
    '+1',
    '1e',
    '0x1',
    'NaN',
    'true',
    '"1"',
    'null',
    ' 3 ',
    '[]',
  ].map((number) => `"cost":${number}`),
  ...['0', '-0', '1.5', '-1', '9007199254740991', '9007199254740992', '1e2', '2.0'].map(
    (number) => `"messageCount":${number}`,
  ),
  ...[
    '"2026-06-01T08:00Z"',
    '"2026-06-01T08:00:00Z"',
    '"2026-06-01T08:00:00.5Z"',
    '"2026-06-01T08:00:00.12345+05:30"',
    '"2026-06-01T08:00:00-0330"',
    '"2026-02-30T08:00:00Z"',
    '"2024-02-29T23:59:59Z"',
    '"2026-06-01T24:00:00Z"',
    '"2026-06-01T08:00:60Z"',
    '"2026-06-01T08:00:00"',
    '"2026-06-01T08:00:00.Z"',
    '"2026-06-01"',
    '"0000-01-01T00:30+01:00"',
    '"9999-12-31T23:30-01:00"',
    '"2026-06-01T08:00\\u005a"',
    '1e11',
    '99999999999',
    '1780000000000.9',
    '253402300800000',
    '-1',
  ].map((instant) => `"updatedAt":${instant}`),
  ...[
    '"a\\nb"',
    '"\\u00e9\\u20ac\\u0041"',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
    '"\\x"',
    '"\\u12g4"',
    '"tab\there"',
    '"Größe 😀 €"',
    '""',
    '"' + 'long '.repeat(200) + '"',
    '"ends with \\\\"',
    '"\\"',
    '3',
    '{"a":1}',
  ].flatMap((text) => [`"firstQuestion":${text}`, `"plan":${text}`, `"profile":${text}`]),
  '"status":"open"',
  '"status":"gone"',
  '"status":""',
  '"closedBy":"visitor"',
  '"closedBy":"nobody"',
  '"status":null',
  '"channel":"a","channel":"b"',
  '"channel":"a","channel":null',
  '"channel":null,"channel":"b"',
  '"cost":1,"cost":2',
  '"firstQuestion":"a","firstQuestion":"b"',
  '"id":"second"',
  '"id":null',
  '"id":""',
  '"startedAt":null',
  '"startedAt":5',
  '"messages":[],"messages":null',
  '"messages":null,"messages":[]',
  '"chan\\u006eel":"web"',
  '"__proto__":{"tag":"x"}',
  '"constructor":1',
  '"größe":1',
  '"":2',
  '"goals":["a"]',
  '"rating":null',
  '"profile":{"id":"p"}',
  '"x":{"deep":[1,{"a":"]}"},null,true,false,-1.5e3,"\\u0041\\""]}',
  '"x":[1,]',
  '"x":{,}',
  '"x":{"a"}',
  '"x":tru',
  '"x":nul',
  '"x":"\\q"',
  '"x":"a\nb"',
  '"x":{"a":1,}',
  '"x":01',
  `"x":${'['.repeat(100)}${']'.repeat(100)}`,
  '"tag" : "a" , "region"\n:\t"b"',
];

describe('createFactReader', () => {
  for (const field of FIELDS) {
    it(`reads ${field.length > 60 ? `${field.slice(0, 60)}…` : field} as JSON.parse and the check do`, async () => {
      const record = `{"id":"a","startedAt":${T},${field}}`;
      for (const text of [
        `[${record}]`,
        `[{"id":"0","startedAt":${T}},${record},{"id":"1","startedAt":${T}}]`,
        `{"conversations":[${record} , ${record}]}`,
        `${record}\n${record}\n`,
      ]) {
        const expected = shown(text);
        expect(await tryAll([bytesOf(text)]), text).to.deep.equal(expected);
        expect(await tryAll(text.split('')), text).to.deep.equal(expected);
      }
    });
  }

  const TEXTS: Record<string, string> = {
    nothing: '',
    'only space': ' \ufeff\n',
    'an empty list': '[]',
    'an empty object': '{}',
    'a number': '42',
    'a text': '"a"',
    null: 'null',
    'a page': '<!doctype html>',
    'a list that breaks off': '[{"id":"a"',
    'two lists': '[1]\n[2]',
    'a comma too much': '[1,]',
    'one record on a line': `{"id":"a","startedAt":${T}}`,
    'one record on several lines': `{\n"id":"a",\n"startedAt":${T}\n}`,
    'a broken list with a whole line in it': `[\n{"id":"a","startedAt":${T}}\n`,
    'lists that come twice': `{"conversations":[{"id":"a","startedAt":${T}},1],"conversations":[{"id":"b","startedAt":${T}}]}`,
    'a list that is null the second time': `{"conversations":[{"id":"a","startedAt":${T}}],"conversations":null}`,
    'unknown lists and values': `{"tickets":[{"a":[1]}],"guests":[],"orders":3,"articles":null,"skills":["a"],"live":null,"note":"x"}`,
    'only unknown lists': '{"guests":[1],"others":[]}',
    'fields alone': '{"currency":"EUR"}',
    'marks and spaces around': `\ufeff\u00a0\u3000[{"id":"a","startedAt":${T}}]\u2028\u00a0`,
    'lines with a mark in the middle': `{"id":"a","startedAt":${T}}\n\ufeff{"id":"b","startedAt":${T}}`,
    'something behind': '[] x',
    'a key without a value': '{"conversations"}',
    'no commas': '{"orders":[] "articles":[]}',
  };
  for (const [what, text] of Object.entries(TEXTS)) {
    it(`reads ${what} as JSON.parse and the check do`, async () => {
      const expected = shown(text);
      expect(await tryAll([bytesOf(text)])).to.deep.equal(expected);
      expect(await tryAll([...bytesOf(text)].map((byte) => Uint8Array.of(byte)))).to.deep.equal(expected);
      expect(await tryAll([text])).to.deep.equal(expected);
    });
  }

  it('says what came instead of data', async () => {
    expect(
      (await failure([bytesOf('  <!doctype html><title>Sign in, please, to see your data</title>')])).message,
    ).to.equal('The supplied text is neither JSON nor NDJSON; it begins "<!doctype html><title>Sign in, please, t".');
    expect((await failure(['42'])).message).to.equal(
      'The supplied data are 42. Use an object with lists such as { conversations: […] }.',
    );
  });

  it('hands nothing over before the end', async () => {
    const text = `[{"id":"a","startedAt":${T}},${`{"id":"b","startedAt":${T},"tag":"${'x'.repeat(1000)}"},`.repeat(6000)}{`;
    expect(await tryAll([bytesOf(text)])).to.equal('unreadable');
  });

  it('hands over batches of at most 65,536 rows', async () => {
    const record = `{"id":"a","startedAt":${T}}`;
    const { conversations } = await readAll([bytesOf(`[${Array.from({ length: 65_537 }, () => record).join(',')}]`)]);
    expect(conversations.length).to.equal(65_537);
  });

  it('takes a record of megabytes in small chunks in good time', async () => {
    const bytes = bytesOf(`[{"id":"a","startedAt":${T},"x":"${'y'.repeat(8_000_000)}"}]`);
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += 1000) parts.push(bytes.subarray(at, at + 1000));
    const started = performance.now();
    expect((await readAll(parts)).conversations.length).to.equal(1);
    // 8,000 chunks: read again from the start each time it would be minutes.
    expect(performance.now() - started).to.be.lessThan(10_000);
  });

  it('tells many refusals by their number and the first 100', async () => {
    const { refused } = await readAll([bytesOf(`[${Array(150).fill('1').join(',')}]`)]);
    expect(refused.length).to.equal(100);
    expect(refused[99]).to.deep.equal({ fact: 'conversations', index: 99, field: '', reason: 'is 1, not an object' });
  });
});
