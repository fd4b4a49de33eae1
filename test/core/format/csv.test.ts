import { expect } from 'chai';
import fc from 'fast-check';
import { formatCsv } from '../../../src/core/format/csv.js';

/** Reads RFC 4180 letter by letter; knows nothing of how it is written. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"') quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at++;
    } else cell += letter;
  }
  return rows;
}

const body = (text: string): string => text.slice(1).split('\r\n').slice(1, -1).join('\r\n');

describe('a CSV file', () => {
  it('begins with a byte order mark and ends every row with CRLF', () => {
    expect(
      formatCsv(
        ['Day', 'Total'],
        [
          ['2026-06-01', 3],
          ['2026-06-02', null],
        ],
      ),
    ).to.equal('\uFEFFDay,Total\r\n2026-06-01,3\r\n2026-06-02,\r\n');
  });

  it('of no rows has its head', () => expect(formatCsv(['a'], [])).to.equal('\uFEFFa\r\n'));

  const cells: [cell: string | number | null, text: string][] = [
    ['plain', 'plain'],
    ['', ''],
    [null, ''],
    [0, '0'],
    [-3.25, '-3.25'],
    [1e21, '1e+21'],
    [NaN, ''],
    [Infinity, ''],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['a\tb', '"a\tb"'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['\0=1', "'\0=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a=b', 'a=b'],
    ['ü한🙂', 'ü한🙂'],
    ["'quoted", "'quoted"],
  ];
  for (const [cell, text] of cells) {
    it(`${JSON.stringify(cell)} is ${JSON.stringify(text)}`, () =>
      expect(body(formatCsv(['x'], [[cell]]))).to.equal(text));
  }

  it('keeps its head from being a formula too', () => expect(formatCsv(['=x'], [])).to.equal("\uFEFF'=x\r\n"));

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.array(fc.constantFrom(...'=+-@\t\r\n\0＝＠",; \'a'), { maxLength: 6 }).map((letters) => letters.join('')),
  );
  const cell = fc.oneof(text, fc.double(), fc.integer(), fc.constant(null));
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));

  it('gives every cell back to a reader of RFC 4180, and none that a spreadsheet would run', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const head = rows[0]!.map((_, index) => `column ${index}`);
        const [readHead, ...readRows] = read(formatCsv(head, rows).slice(1));
        expect(readHead).to.deep.equal(head);
        expect(readRows.length).to.equal(rows.length);
        rows.forEach((row, at) =>
          row.forEach((one, column) => {
            const back = readRows[at]![column]!;
            if (typeof one === 'number')
              expect(back === '' ? NaN : Number(back)).to.satisfy(
                (value: number) => value === one || !Number.isFinite(one),
              );
            else {
              expect([one ?? '', `'${one ?? ''}`]).to.include(back);
              expect('=+-@\t\r\n\0＝＋－＠'.includes(back[0] ?? 'none')).to.equal(false);
            }
          }),
        );
      }),
      { numRuns: 500 },
    );
  });
});
