import { expect } from 'chai';
import { createFormats } from '../../../../src/core/format/formats.js';
import { placeMarks } from '../../../../src/elements/shared/chart/buckets.js';

const formats = createFormats('en', 'UTC', undefined);
const range = { from: '2026-05-06', to: '2026-05-19' };
const place = (date: string, buckets: string[], grain: 'hour' | 'day' | 'week') =>
  placeMarks([{ date, label: 'Sale' }], buckets, grain, range, formats);

describe('placeMarks', () => {
  it('finds the day', () =>
    expect(place('2026-05-07', ['2026-05-06', '2026-05-07'], 'day')).to.deep.equal([
      { bucket: 1, label: 'Sale', text: 'Sale' },
    ]));
  it('finds the first hour of the day', () =>
    expect(
      place('2026-05-07', ['2026-05-06T23:00+02:00', '2026-05-07T00:00+02:00', '2026-05-07T01:00+02:00'], 'hour')[0]!
        .bucket,
    ).to.equal(1));
  // The first week begins before the range.
  for (const [date, bucket] of [
    ['2026-05-06', 0],
    ['2026-05-10', 0],
    ['2026-05-11', 1],
    ['2026-05-19', 2],
  ] as const) {
    it(`finds the week of ${date} and names the day`, () =>
      expect(place(date, ['2026-05-04', '2026-05-11', '2026-05-18'], 'week')).to.deep.equal([
        { bucket, label: 'Sale', text: `Sale (${formats.date(date)})` },
      ]));
  }
  for (const date of ['2026-05-05', '2026-05-20'])
    it(`leaves out ${date}, which is outside the range`, () =>
      expect(place(date, ['2026-05-04', '2026-05-11', '2026-05-18'], 'week')).to.deep.equal([]));
});
