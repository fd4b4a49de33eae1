import { expect } from 'chai';
import { formatProgress, ProgressLine } from '../../../src/server/import/report-lines.js';

const MEBIBYTE = 1 << 20;
const reading = {
  kind: 'reading',
  bytes: 3 * MEBIBYTE,
  totalBytes: 12 * MEBIBYTE,
  records: 20_000,
  refused: 0,
} as const;

describe('the line of progress', () => {
  const cases: [says: string, progress: Parameters<typeof formatProgress>[1], seconds: number][] = [
    ['x.csv: 20,000 records, 10,000 a second, 3 of 12 MiB (25 %), 80 MiB of memory', reading, 2],
    ['x.csv: 20,000 records, 3 refused, 3 MiB, 80 MiB of memory', { ...reading, refused: 3, totalBytes: undefined }, 0],
    ['x.csv: looking whether it is known, 3 of 12 MiB (25 %)', { ...reading, kind: 'looking' }, 2],
  ];
  for (const [says, progress, seconds] of cases) {
    it(says, () => expect(formatProgress('x.csv', progress, seconds, 80 * MEBIBYTE)).to.equal(says));
  }

  it('is written over itself on a terminal, and cleared at the end', () => {
    const said: string[] = [];
    const line = new ProgressLine('x.csv', { isTTY: true, write: (text) => said.push(text) });
    line.tell(reading);
    line.tell(reading);
    line.clear();
    expect(said.map((text) => text.slice(0, 5))).to.deep.equal(['\r\u001B[2K', '\r\u001B[2K']);
  });

  it('keeps quiet in a log about what is quick', () => {
    const said: string[] = [];
    const line = new ProgressLine('x.csv', { write: (text) => said.push(text) });
    line.tell(reading);
    line.clear();
    expect(said).to.deep.equal([]);
  });
});
