/** The pieces that schemas of facts are made of. */
import * as z from 'zod/mini';
import type { Instant } from '../core/facts.js';
import { isInstant } from '../core/time/instant.js';

const INSTANT_HINT = 'not an instant: use ISO 8601 with Z or an offset, or epoch milliseconds';

export const instant = z.custom<Instant>(isInstant, INSTANT_HINT);

/** A missing key and `null` are the same. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
export const id = z.string().check(z.minLength(1));
export const text = z.string();
export const texts = z.array(z.string());
export const wholeFromZero = z.int().check(z.minimum(0));
