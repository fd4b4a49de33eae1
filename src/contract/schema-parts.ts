/** The pieces that schemas of facts are made of. */
import * as z from 'zod/mini';
import type { Instant } from '../core/facts.js';
import { isInstant } from '../core/time/instant.js';
import { isCustomerStart, isOptionalInstant, isRecordInstant } from '../core/time/record-instants.js';

const INSTANT_HINT = 'not an instant: use ISO 8601 with Z or an offset, or epoch milliseconds';

export const instant = z.custom<Instant>(isInstant, INSTANT_HINT);

const within = (first: number) => ({ error: ({ input }: { input?: unknown }) => (isInstant(input) ? `not from ${first} to 2099: a date that was never set, or another unit than milliseconds` : INSTANT_HINT) });

/** An instant of a record. */
export const recordInstant = z.custom<Instant>(isRecordInstant, within(1990));
/** Customers may be older than their records. */
export const customerStart = z.custom<Instant>(isCustomerStart, within(1900));
/** An instant that a record need not have. */
export const maybeInstant = z.optional(z.nullable(z.custom<Instant>(isOptionalInstant, within(1990))));

/** A missing key and `null` are the same. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
export const id = z.string().check(z.minLength(1));
export const text = z.string();
export const texts = z.array(z.string());
export const wholeFromZero = z.int().check(z.minimum(0));
