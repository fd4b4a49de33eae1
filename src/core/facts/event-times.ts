/** When things happened in a record, and which of two records with one id is the later: read from the events that its fact describes. */
import { parseInstant, type Instant } from '../time/instant.js';
import type { Fields, Shape } from './field.js';
import { FACTS, type FactName, type FactRecords } from './registry.js';

type Collect = (value: unknown, times: number[]) => void;

const collectors = new Map<FactName, Collect>();

/** Epoch milliseconds, in no order. Targets are no events: nothing happens at them. */
export function recordTimes<F extends FactName>(fact: F, record: FactRecords[F]): number[] {
  const times: number[] = [];
  collectTimes(fact, record, times);
  return times;
}

/** As `recordTimes`, added to a list. */
export function collectTimes<F extends FactName>(fact: F, record: FactRecords[F], times: number[]): void {
  let collect = collectors.get(fact);
  if (!collect) collectors.set(fact, (collect = collectFields(FACTS[fact].fields)));
  collect(record, times);
}

/** What orders the versions of an id: `updatedAt`, else the greatest time in the record; `-Infinity` without any. */
export function recordVersion<F extends FactName>(fact: F, record: FactRecords[F]): number {
  const { updatedAt } = record as { updatedAt?: Instant | null };
  return updatedAt == null
    ? recordTimes(fact, record).reduce((latest, time) => Math.max(latest, time), -Infinity)
    : parseInstant(updatedAt);
}

function collectFields(fields: Fields): Collect {
  const parts = Object.entries(fields).flatMap(([name, { shape, isEvent }]) => {
    const collect = collectShape(shape, isEvent);
    return collect ? [{ name, collect }] : [];
  });
  return (record, times) => {
    for (const { name, collect } of parts) {
      const value = (record as Record<string, unknown>)[name];
      if (value !== undefined && value !== null) collect(value, times);
    }
  };
}

/** `undefined`: no events are in it. */
function collectShape(shape: Shape, isEvent: boolean): Collect | undefined {
  if (shape.kind === 'instant')
    return isEvent ? (value, times) => times.push(parseInstant(value as Instant)) : undefined;
  if (shape.kind === 'object') return collectFields(shape.fields);
  const inner = shape.kind === 'list' ? collectShape(shape.of, isEvent) : undefined;
  return (
    inner &&
    ((value, times) => {
      for (const entry of value as unknown[]) inner(entry, times);
    })
  );
}
