/**
 * A record as it leaves the kit: the fields that its fact has and no others, at any depth, as they stand at an instant. Instants are ISO 8601
 * in UTC; `null` is left out.
 */
import { type Instant, formatInstant, parseInstant } from '../time/instant.js';
import type { FieldDescription, Fields, Shape } from './field.js';
import type { Conversation } from './conversations.js';
import { FACTS } from './registry.js';

/** `now`: epoch milliseconds; what happens later is left out. */
export function toOutward(fields: Fields, record: object, now = Infinity): Record<string, unknown> {
  const from = record as Readonly<Record<string, unknown>>;
  const entries = Object.entries(fields).filter(([name, field]) => isKnown(name, field, from, now));
  return Object.fromEntries(
    entries.map(([name, { shape, isEvent }]) => [name, outwardValue(shape, from[name], isEvent, now)]),
  );
}

function isKnown(
  name: string,
  { shape, isEvent, knownFrom }: FieldDescription,
  record: Readonly<Record<string, unknown>>,
  now: number,
): boolean {
  const value = record[name];
  if (value === undefined || value === null) return false;
  if (isEvent && shape.kind === 'instant' && !hasHappened(value, now)) return false;
  return knownFrom === undefined || hasHappened(record[knownFrom], now);
}

const hasHappened = (at: unknown, now: number): boolean =>
  at !== undefined && at !== null && parseInstant(at as Instant) <= now;

function outwardValue(shape: Shape, value: unknown, isEvent: boolean, now: number): unknown {
  switch (shape.kind) {
    case 'instant':
      return formatInstant(parseInstant(value as Instant));
    case 'object':
      return toOutward(shape.fields, value as object, now);
    case 'list':
      return (value as unknown[])
        .filter((entry) => !isToCome(shape.of, entry, isEvent, now))
        .map((entry) => outwardValue(shape.of, entry, isEvent, now));
    case 'either':
      return typeof value === 'object' && !Array.isArray(value)
        ? outwardValue(
            shape.options.find(({ kind }) => kind === 'object')!,
            value,
            isEvent,
            now,
          )
        : value;
    default:
      return value;
  }
}

/** Whether an entry of a list is about an event after `now`. */
function isToCome(shape: Shape, entry: unknown, isEvent: boolean, now: number): boolean {
  if (shape.kind === 'instant') return isEvent && !hasHappened(entry, now);
  const at = shape.kind === 'object' && shape.fields['at']?.isEvent ? (entry as { at: Instant }).at : undefined;
  return at !== undefined && !hasHappened(at, now);
}

/** A conversation as a user gets it: times in ISO 8601 UTC, and no field that nobody declared. */
export function toOutwardConversation(conversation: Conversation, customColumns: readonly string[]): Conversation {
  const supplied = Object.entries(conversation);
  const own = supplied.filter(([name, value]) => customColumns.includes(name) && value !== null && value !== undefined);
  return {
    profile: null,
    ...toOutward(FACTS.conversations.fields, conversation),
    ...Object.fromEntries(own),
  } as Conversation;
}
