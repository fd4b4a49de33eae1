import { expect } from 'chai';
import { READ_WHOLE } from '../../src/ingest/json/values.js';
import { ByteWindow, decodeUtf8 } from '../../src/ingest/json/window.js';
import { LineReader } from '../../src/ingest/lines.js';

type Line = [index: number, line: number, value: unknown];

/** Every line with content; a broken one by its text. */
function read(text: string, size: number): { lines: Line[]; broken: Line[] } {
  const lines: Line[] = [];
  const broken: Line[] = [];
  const window = new ByteWindow();
  const reader = new LineReader(window, decodeUtf8, {
    ...READ_WHOLE,
    take: (value, { index, line }) => void lines.push([index, line, value]),
    takeBroken: ({ index, line, text: one }) => void broken.push([index, line, one]),
  });
  const steps = reader.read();
  const untilMore = () => {
    for (;;) {
      const { done, value } = steps.next();
      if (done || value === 'more') return;
    }
  };
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) {
    window.append(bytes.subarray(at, at + size));
    untilMore();
  }
  window.isLast = true;
  untilMore();
  return { lines, broken };
}

describe('LineReader', () => {
  const cases: [name: string, text: string, lines: Line[], broken?: Line[]][] = [
    [
      'a value a line',
      '{"a":1}\n[2]\n3',
      [
        [0, 1, { a: 1 }],
        [1, 2, [2]],
        [2, 3, 3],
      ],
    ],
    [
      'line ends of Windows',
      '1\r\n2\r\n',
      [
        [0, 1, 1],
        [1, 2, 2],
      ],
    ],
    [
      'empty lines, which count as lines',
      '\n\n1\n \n\t\r\n2\n\n',
      [
        [0, 3, 1],
        [1, 6, 2],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFF1\n2',
      [
        [0, 1, 1],
        [1, 2, 2],
      ],
    ],
    [
      'white space of Unicode around all',
      '\u00A0\n\u20281\n2\u00A0',
      [
        [0, 2, 1],
        [1, 3, 2],
      ],
    ],
    [
      'broken lines among others',
      '1\n{"a":\n3',
      [
        [0, 1, 1],
        [2, 3, 3],
      ],
      [[1, 2, '{"a":']],
    ],
    ['a line that breaks off at the end', '1\n{"a"', [[0, 1, 1]], [[1, 2, '{"a"']]],
    [
      'texts of several bytes',
      '"é"\n"배"\n"😀"',
      [
        [0, 1, 'é'],
        [1, 2, '배'],
        [2, 3, '😀'],
      ],
    ],
    ['nothing', '', []],
  ];
  for (const [name, text, lines, broken = []] of cases) {
    it(`reads ${name}, in chunks of any size`, () => {
      for (const size of [1, 2, 3, 7, 1000]) expect(read(text, size)).to.deep.equal({ lines, broken });
    });
  }
});
