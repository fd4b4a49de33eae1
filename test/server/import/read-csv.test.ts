import { expect } from 'chai';
import type { FactName } from '../../../src/core/facts/registry.js';
import { rejection } from '../../fixtures/make-facts.js';
import { readCsv } from '../../../src/server/import/read-csv.js';
import type { FactColumns } from '../../../src/core/custom-columns.js';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function itemsOf(text: string, fact: FactName = 'conversations', own: FactColumns = {}, size = 7) {
  const items = [];
  for await (const some of readCsv(inPieces(text, size), fact, own)) items.push(...some);
  return items;
}

async function recordsOf(...given: Parameters<typeof itemsOf>): Promise<unknown[]> {
  return (await itemsOf(...given)).flatMap((item) => (item.kind === 'record' ? [item.value] : []));
}

const AT = '2026-06-01T10:00:00Z';

describe('cells of conversations', () => {
  const cases: [name: string, header: string, row: string, record: object][] = [
    ['texts and times', 'id,startedAt,channel,tag', `a,${AT},web,returns`, { channel: 'web', tag: 'returns' }],
    ['an empty cell is missing', 'id,startedAt,channel,tag', `a,${AT},,x`, { tag: 'x' }],
    ['numbers that look like texts stay texts', 'id,startedAt,tag', `a,${AT},007`, { tag: '007' }],
    ['numbers', 'id,startedAt,messageCount', `a,${AT}, 12 `, { messageCount: 12 }],
    [
      'what is no number stays, for the check',
      'id,startedAt,messageCount',
      `a,${AT},a dozen`,
      { messageCount: 'a dozen' },
    ],
    ['epoch milliseconds', 'id,startedAt,updatedAt', `a,${AT},1780308000000`, { updatedAt: 1780308000000 }],
    [
      'a profile by its parts',
      'id,startedAt,profile.name,profile.email',
      `a,${AT},Ada,ada@example.org`,
      { profile: { name: 'Ada', email: 'ada@example.org' } },
    ],
    ['a profile by its id', 'id,startedAt,profile', `a,${AT},p1`, { profile: 'p1' }],
    [
      'a rating by its parts',
      'id,startedAt,rating.value,rating.at',
      `a,${AT},4,${AT}`,
      { rating: { value: 4, at: AT } },
    ],
    [
      'messages as JSON',
      'id,startedAt,messages',
      `a,${AT},"[{""from"":""visitor""}]"`,
      { messages: [{ from: 'visitor' }] },
    ],
    ['JSON that is none stays, for the check', 'id,startedAt,messages', `a,${AT},hello`, { messages: 'hello' }],
    ['goals by semicolons', 'id,startedAt,goals', `a,${AT},booked; paid`, { goals: ['booked', 'paid'] }],
    ['goals as JSON', 'id,startedAt,goals', `a,${AT},"[""a;b""]"`, { goals: ['a;b'] }],
    [
      'quotes, separators and breaks in a cell',
      'id,startedAt,firstQuestion',
      `a,${AT},"Is ""it"", really,\nhere?"`,
      { firstQuestion: 'Is "it", really,\nhere?' },
    ],
    ['headers in other spellings', 'ID,Started At,first_question', `a,${AT},Why?`, { firstQuestion: 'Why?' }],
  ];
  for (const [name, header, row, record] of cases) {
    it(`${name}: ${row}`, async () =>
      expect(await recordsOf(`${header}\n${row}\n`)).to.deep.equal([{ id: 'a', startedAt: AT, ...record }]));
  }

  it('custom columns by their kind', async () => {
    expect(
      await recordsOf(`id,startedAt,plan,seats\na,${AT},7,8`, 'conversations', { plan: 'text', seats: 'number' }),
    ).to.deep.equal([{ id: 'a', startedAt: AT, plan: '7', seats: 8 }]);
  });

  for (const separator of [',', ';', '\t', '|']) {
    it(`separated by ${JSON.stringify(separator)}, with line breaks of Windows`, async () => {
      const text = `${['id', '"startedAt"', 'tag'].join(separator)}\r\n${['a', AT, '"x,;|"'].join(separator)}\r\n\r\n${['b', AT, 'y'].join(separator)}`;
      expect(await recordsOf(text)).to.deep.equal([
        { id: 'a', startedAt: AT, tag: 'x,;|' },
        { id: 'b', startedAt: AT, tag: 'y' },
      ]);
    });
  }

  for (const [what, text] of [
    ['a header of its own', `id,startedAt,tag\na,${AT},x\r\nb,${AT},y\r\n`],
    ['rows of their own', `id,startedAt,tag\r\na,${AT},x\nb,${AT},y\r`],
    ['a quote at the end', `id,startedAt,tag\na,${AT},"x"\r\nb,${AT},"y"\r\n`],
    ['rows in chunks that end between the two', `id,startedAt,tag\r\na,${AT},x\r\nb,${AT},y\r\n`],
    ['an old Mac', `id,startedAt,tag\ra,${AT},x\rb,${AT},y`],
  ]) {
    it(`line ends that ${what} has never get into a cell`, async () => {
      for (const size of [1, 7, 1000])
        expect(await recordsOf(text!, 'conversations', {}, size)).to.deep.equal([
          { id: 'a', startedAt: AT, tag: 'x' },
          { id: 'b', startedAt: AT, tag: 'y' },
        ]);
    });
  }

  it('keeps a carriage return in a cell of a file whose rows end otherwise', async () => {
    for (const end of ['\r\n', '\n'])
      expect(await recordsOf(['id,startedAt,tag', `a,${AT},x\rb`, `c,${AT},y`, ''].join(end))).to.deep.equal([
        { id: 'a', startedAt: AT, tag: 'x\rb' },
        { id: 'c', startedAt: AT, tag: 'y' },
      ]);
  });

  it('line ends inside quotes stay as they are', async () => {
    expect(await recordsOf(`id,startedAt,firstQuestion\na,${AT},"one\r\ntwo\rthree\nfour"\r\n`)).to.deep.equal([
      { id: 'a', startedAt: AT, firstQuestion: 'one\r\ntwo\rthree\nfour' },
    ]);
  });

  for (const [what, text] of [
    ['the line for Excel', `sep=;\r\nid;startedAt;tag\r\na;${AT};5" pipe`],
    ['a quote in the middle of a cell', `id,startedAt,tag\na,${AT},5" pipe`],
    ['blanks around quotes', `id,startedAt,tag\n "a" , "${AT}" , "5"" pipe" `],
    ['a byte order mark', `\uFEFFid,startedAt,tag\na,${AT},5" pipe`],
  ]) {
    it(`${what} is no obstacle`, async () => {
      for (const size of [1, 7, 1000])
        expect(await recordsOf(text!, 'conversations', {}, size)).to.deep.equal([
          { id: 'a', startedAt: AT, tag: '5" pipe' },
        ]);
    });
  }

  it('text behind a quote is refused with its line', async () => {
    const reading = async () => {
      const text = `id,startedAt,tag\na,${AT},x\nb,${AT},"y"z\n`;
      for await (const some of readCsv(inPieces(text, 30), 'conversations', {})) expect(some).to.be.an('array');
    };
    expect(await rejection(reading()))
      .to.have.property('message')
      .that.includes('from line 3 on');
  });

  it('columns that no record has are named', async () => {
    const ignored = (await itemsOf(`id,startedAt,mood,\na,${AT},good,x`)).flatMap((item) =>
      item.kind === 'ignored' ? [item.name] : [],
    );
    expect(ignored).to.deep.equal(['mood']);
  });

  it('each record knows its line', async () => {
    const places = (await itemsOf(`id,startedAt,firstQuestion\na,${AT},"two\nlines"\nb,${AT},one`)).flatMap((item) =>
      item.kind === 'record' ? [[item.index, item.line]] : [],
    );
    expect(places).to.deep.equal([
      [0, 2],
      [1, 4],
    ]);
  });
});

describe('rows of orders', () => {
  it('one row an item: rows of the same order that follow each other are one', async () => {
    const text = `id,at,items.productId,items.amount,items.quantity\no,${AT},p,100,1\no,${AT},q,250,\nr,${AT},p,100,2\ns,${AT},,,\n`;
    expect(await recordsOf(text, 'orders')).to.deep.equal([
      {
        id: 'o',
        at: AT,
        items: [
          { productId: 'p', amount: 100, quantity: 1 },
          { productId: 'q', amount: 250 },
        ],
      },
      { id: 'r', at: AT, items: [{ productId: 'p', amount: 100, quantity: 2 }] },
      { id: 's', at: AT, items: [] },
    ]);
  });

  it('all items as JSON: each row is an order', async () => {
    const text = `id,at,items\no,${AT},"[{""productId"":""p"",""amount"":1}]"\no,${AT},[]`;
    expect(await recordsOf(text, 'orders')).to.deep.equal([
      { id: 'o', at: AT, items: [{ productId: 'p', amount: 1 }] },
      { id: 'o', at: AT, items: [] },
    ]);
  });
});
