import fc from 'fast-check';
import { expect } from 'chai';
import { CsvReader, type CsvRecord } from '../../src/ingest/csv.js';

/** What a file says, whatever the chunks it comes in. */
function read(text: string, size = text.length || 1): CsvRecord[] {
  const csv = new CsvReader();
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...csv.push(text.slice(at, at + size), false));
  return [...records, ...csv.push('', true)];
}

const cellsOf = (records: readonly CsvRecord[]) => records.map(({ cells }) => cells);

describe('CsvReader', () => {
  const cases: [name: string, text: string, cells: string[][]][] = [
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, with commas in cells',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'bars',
      'a|b\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a header with separators in quotes',
      '"a,b,c";d\n1;2',
      [
        ['a,b,c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'the hint for Excel',
      'sep=|\na|b,c\n1|2',
      [
        ['a', 'b,c'],
        ['1', '2'],
      ],
    ],
    ['quotes inside quotes', 'a\n"say ""hi"""', [['a'], ['say "hi"']]],
    [
      'line ends inside quotes',
      'a,b\n"x\r\ny\nz\rw",2',
      [
        ['a', 'b'],
        ['x\r\ny\nz\rw', '2'],
      ],
    ],
    [
      'blanks around quotes',
      'a,b\n "1" , "2" ',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'blanks around bare texts',
      'a,b\n 1 , 2 ',
      [
        ['a', 'b'],
        [' 1 ', ' 2 '],
      ],
    ],
    [
      'a quote in the middle of a cell',
      'a,b\n5" pipe,3" pipe',
      [
        ['a', 'b'],
        ['5" pipe', '3" pipe'],
      ],
    ],
    [
      'empty cells, also quoted',
      'a,b,c\n,"",',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
      ],
    ],
    ['empty lines', '\na\n\n \n1\n\n', [['a'], ['1']]],
    [
      'a carriage return in a cell',
      'a,b\n1\r2,3',
      [
        ['a', 'b'],
        ['1\r2', '3'],
      ],
    ],
    [
      'the line ends of an old Mac',
      'a,b\r1,2\r3,4\r',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['nothing', '', []],
  ];
  for (const [name, text, cells] of cases) {
    it(`reads ${name}, in chunks of any size`, () => {
      for (const size of [1, 2, 3, 7, 1000]) expect(cellsOf(read(text, size))).to.deep.equal(cells);
    });
  }

  it('says in which record and line each row stands', () => {
    const text = 'sep=,\n\na,b\n"one\ntwo",1\n\nx,2';
    for (const size of [1, 5, 1000])
      expect(read(text, size).map(({ record, line }) => [record, line])).to.deep.equal([
        [1, 3],
        [2, 4],
        [3, 7],
      ]);
    expect(read('a\r1\r2').map(({ line }) => line)).to.deep.equal([1, 2, 3]);
  });

  it('says what is wrong with quotes, and where', () => {
    const faults = (text: string) => read(text, 3).map(({ line, fault }) => [line, fault]);
    expect(faults('a,b\n"1"2,3\nx,y')).to.deep.equal([
      [1, undefined],
      [2, 'text-behind-quote'],
      [3, undefined],
    ]);
    expect(faults('a,b\n1,"2\n3,4')).to.deep.equal([
      [1, undefined],
      [2, 'open-quote'],
    ]);
  });

  it('does not fill the memory with a record that has no end', () => {
    const csv = new CsvReader();
    csv.push('a,b\n1,"', false);
    const more = 'x'.repeat(1 << 22);
    const pushAll = () => {
      for (let count = 0; count < 20; count++) csv.push(more, false);
    };
    expect(pushAll).to.throw('no end').with.property('line', 2);
  });

  it('reads back what is written by the rules, in chunks of any size', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('"', ',', ';', '\n', '\r\n', '\r', ' ', '""', 'é', '😀'),
    );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        (rows, separator, end, size) => {
          const header = ['a', 'b', 'c'];
          const text = [header, ...rows.map((row) => row.map(quoted))].map((row) => row.join(separator)).join(end);
          expect(cellsOf(read(text, size))).to.deep.equal([header, ...rows]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
