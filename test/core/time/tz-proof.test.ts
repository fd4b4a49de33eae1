import { expect } from 'chai';
import { startOfDay } from '../../../src/core/time/zone.js';
import { toBuckets } from '../../../src/core/time/buckets.js';
import { engine, isExcused } from './other-editions.js';
import { dayStarts, fullHours, hourLabel, stretchesOf, transitions, type ZoneTransitions } from './tz-truth.js';

const YEARS = Array.from({ length: 28 }, (_, i) => 2010 + i);
const NOW = Date.UTC(2040, 0, 1);
const DAY = 86_400_000;

const dayOf = (year: number) => Date.UTC(year, 0, 1) / DAY;
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const same = <T>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((value, i) => value === b[i]);

function yearOf(year: number, timeZone: string, grain: 'day' | 'hour') {
  return toBuckets({ from: `${year}-01-01`, to: `${year}-12-31`, timeZone, grain, now: NOW });
}

function differsInDays(table: ZoneTransitions): (year: number) => boolean {
  const truth = dayStarts(stretchesOf(table));
  return (year) => {
    const days = Array.from({ length: dayOf(year + 1) - dayOf(year) }, (_, i) => dayOf(year) + i);
    const { labels, edges } = yearOf(year, table.zone, 'day');
    const starts = [...days, dayOf(year + 1)].map((day) => truth.get(day)!);
    return !(
      same(edges, starts) &&
      same(labels, days.map(dateOf)) &&
      days.every((day, i) => i % 30 || startOfDay(dateOf(day), table.zone) === starts[i])
    );
  };
}

function differsInHours(table: ZoneTransitions): (year: number) => boolean {
  const stretches = stretchesOf(table);
  const starts = dayStarts(stretches);
  const { instants, offsets } = fullHours(stretches);
  let after = 0;
  return (year) => {
    const first = instants.indexOf(starts.get(dayOf(year))!, after);
    after = instants.indexOf(starts.get(dayOf(year + 1))!, first);
    const { labels, edges } = yearOf(year, table.zone, 'hour');
    const isNearChange = (at: number) => offsets[at - 3] !== offsets[at + 3];
    const isLabelled = (label: string, i: number) => {
      const at = first + i;
      return (i % 97 > 0 && !isNearChange(at)) || label === hourLabel(instants[at]!, offsets[at]!);
    };
    return !(same(edges, instants.slice(first, after + 1)) && labels.every(isLabelled));
  };
}

describe(`55 zones from 2010 to 2037 against the transition table, in ${engine}`, () => {
  it('has a table of 55 zones and 1,912 changes', () => {
    expect(transitions.map(({ changes }) => changes.length).reduce((a, b) => a + b)).to.equal(1912);
    expect(transitions).to.have.length(55);
  });

  for (const table of transitions) {
    it(`starts every day of ${table.zone} when the table says`, () => {
      expect(YEARS.filter(differsInDays(table)).filter((year) => !isExcused(table.zone, year))).to.deep.equal([]);
    });

    it(`starts every hour of ${table.zone} when the table says`, () => {
      expect(YEARS.filter(differsInHours(table)).filter((year) => !isExcused(table.zone, year))).to.deep.equal([]);
    });
  }
});
