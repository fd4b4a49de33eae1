/** Conditions that hold at the edge of a range, put into the words of `where`: instants are whole milliseconds. */
import { TABLES } from '../../../metrics/fact-schema.js';
import type { LeafSource } from '../../../metrics/plan.js';
import type { RowsSource, Span } from '../../engine.js';
import { stockInstant } from '../../stock.js';

type Conditions = LeafSource['where'];

/** Begun before an instant and not ended before it. */
export function standsAt({ from, until }: { from: string; until: string | null }, instant: number): Conditions {
  return [
    isBefore(from, instant),
    ...(until === null ? [] : [[{ [until]: { known: false } }, { [until]: { atLeast: instant } }]]),
  ];
}

export function isBefore(column: string, instant: number): Conditions[number] {
  return [{ [column]: { atMost: instant - 1 } }];
}

/** The leaf with what has to stand at the span's end as a condition. */
export function withStanding<S extends LeafSource>(source: S, span: Span): S {
  return source.standing ? { ...source, where: [...source.where, ...standsAt(source.standing, span.end)] } : source;
}

/** Rows that count in a range as a whole, or of a stock at its instant: by conditions alone, within the span that comes back. */
export function contributing(
  { stock, ...source }: RowsSource,
  span: Span,
  now: number,
): { source: LeafSource; span: Span } {
  const standing = withStanding(source, span);
  if (stock) {
    const instant = stockInstant(stock.when, span, now);
    const usual = TABLES[source.fact]!.clocks[0];
    const stands = standsAt({ from: source.at, until: stock.until }, instant);
    return {
      source: { ...standing, where: [...standing.where, ...stands] },
      span: { start: -Infinity, end: source.at === usual ? instant : Infinity },
    };
  }
  if (source.begunBefore === undefined) return { source: standing, span };
  return { source: { ...standing, where: [...standing.where, isBefore(source.begunBefore, span.start)] }, span };
}
