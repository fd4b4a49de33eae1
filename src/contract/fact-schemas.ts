/** The facts as schemas, for the endpoint's contract: made from the descriptions in `core/facts`, so that there is one of each. */
import * as z from 'zod/mini';
import { instantHint } from '../core/facts/check-record.js';
import { innerFields, type FieldDescription, type Fields, type FirstYear, type Shape } from '../core/facts/field.js';
import { FACTS, type FactName } from '../core/facts/registry.js';
import type { Instant } from '../core/time/instant.js';
import { isOptionalInstant, isRecordInstant } from '../core/time/record-instants.js';

type FieldSchemas = Record<string, z.ZodMiniType>;

export const FACT_SCHEMAS = Object.fromEntries(
  Object.entries(FACTS).map(([fact, { fields }]) => [fact, toObject(fields)]),
) as Readonly<Record<FactName, z.ZodMiniObject<FieldSchemas>>>;

export const conversationSchema = FACT_SCHEMAS.conversations;
export const articleSchema = FACT_SCHEMAS.articles;
export const profileSchema = toObject(innerFields(FACTS.conversations.fields['profile']!));

/** A missing key and `null` are the same. */
function toObject(fields: Fields): z.ZodMiniObject<FieldSchemas> {
  return z.object(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.isRequired ? toSchema(field.shape) : z.optional(z.nullable(toOptional(field))),
      ]),
    ),
  );
}

function toOptional({ shape }: FieldDescription): z.ZodMiniType {
  return shape.kind === 'instant' ? toInstant(shape.firstYear, isOptionalInstant) : toSchema(shape);
}

function toInstant(firstYear: FirstYear, accepts: typeof isRecordInstant): z.ZodMiniType {
  return z.custom<Instant>((value) => accepts(value, firstYear), {
    error: ({ input }: { input?: unknown }) => instantHint(input, firstYear),
  });
}

function toSchema(shape: Shape): z.ZodMiniType {
  switch (shape.kind) {
    case 'text':
      return shape.minLength > 0 ? z.string().check(z.minLength(shape.minLength)) : z.string();
    case 'number':
      return toNumber(shape.isWhole, shape.minimum);
    case 'flag':
      return z.boolean();
    case 'instant':
      return toInstant(shape.firstYear, isRecordInstant);
    case 'one-of':
      return isTexts(shape.values) ? z.enum(shape.values) : z.literal([...shape.values]);
    case 'list':
      return z.array(toSchema(shape.of));
    case 'map':
      return z.record(z.string(), toSchema(shape.of));
    case 'object':
      return toObject(shape.fields);
    case 'either':
      return z.union(shape.options.map(toSchema));
  }
}

function toNumber(isWhole: boolean, minimum: number): z.ZodMiniType {
  const schema = isWhole ? z.int() : z.number();
  return minimum > -Infinity ? schema.check(z.minimum(minimum)) : schema;
}

function isTexts(values: readonly unknown[]): values is readonly string[] {
  return values.every((value) => typeof value === 'string');
}
