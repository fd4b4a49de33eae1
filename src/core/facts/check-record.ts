/**
 * Finds the first thing in a record that does not fit its fact. A million records are checked, so a description becomes a function that only
 * compares. The contract's schemas are made from the same descriptions, and a property test holds both to the same verdicts.
 */
import { showValue } from '../format/show-value.js';
import { isInstant } from '../time/instant.js';
import { isOptionalInstant, isRecordInstant } from '../time/record-instants.js';
import type { Problem } from './fact.js';
import type { FieldDescription, Fields, FirstYear, Shape } from './field.js';
import { FACTS, type FactName } from './registry.js';

export type Check = (value: unknown) => Problem | undefined;

/** What an instant should be, where a value is none that fits. */
export function instantHint(value: unknown, firstYear: FirstYear): string {
  if (!isInstant(value)) return 'not an instant: use ISO 8601 with Z or an offset, or epoch milliseconds';
  return `not from ${firstYear} to 2099: a date that was never set, or another unit than milliseconds`;
}

const checks = new Map<FactName, Check>();

/** What is wrong with a record by its fact's fields and by the rule between them. */
export function checkRecord(fact: FactName, record: unknown): Problem | undefined {
  let check = checks.get(fact);
  if (!check) checks.set(fact, (check = checkFields(FACTS[fact].fields)));
  return check(record) ?? FACTS[fact].rule?.(record as never);
}

function compileShape(shape: Shape): Check {
  switch (shape.kind) {
    case 'text':
      return expecting(
        (value) => typeof value === 'string' && value.length >= shape.minLength,
        shape.minLength > 0 ? 'a text with content' : 'a text',
      );
    case 'number':
      return checkNumber(shape.isWhole, shape.minimum);
    case 'flag':
      return expecting((value) => typeof value === 'boolean', 'true or false');
    case 'instant':
      return checkInstant(shape.firstYear, isRecordInstant);
    case 'one-of':
      return checkOneOf(shape.values);
    case 'list':
      return checkList(compileShape(shape.of));
    case 'map':
      return checkMap(compileShape(shape.of));
    case 'object':
      return checkFields(shape.fields);
    case 'either':
      return checkEither(shape.options.map(compileShape));
  }
}

function checkInstant(firstYear: FirstYear, accepts: typeof isRecordInstant): Check {
  return (value) =>
    accepts(value, firstYear)
      ? undefined
      : { field: '', reason: `is ${showValue(value)}, ${instantHint(value, firstYear)}` };
}

/** A field that may be missing may also hold what programs write for a time that was never set. */
function compileField({ shape, isRequired }: FieldDescription): Check {
  return shape.kind === 'instant' && !isRequired
    ? checkInstant(shape.firstYear, isOptionalInstant)
    : compileShape(shape);
}

function expecting(accepts: (value: unknown) => boolean, what: string): Check {
  return (value) => (accepts(value) ? undefined : { field: '', reason: `is ${showValue(value)}, not ${what}` });
}

function checkOneOf(allowed: readonly unknown[]): Check {
  const values = new Set(allowed);
  return expecting((value) => values.has(value), `one of ${allowed.map((one) => JSON.stringify(one)).join(', ')}`);
}

function checkNumber(isWhole: boolean, minimum: number): Check {
  const accepts = isWhole ? Number.isSafeInteger : Number.isFinite;
  const what = (isWhole ? 'a whole number' : 'a number') + (minimum > -Infinity ? ` from ${minimum} on` : '');
  return expecting((value) => accepts(value) && (value as number) >= minimum, what);
}

function checkList(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return { field: '', reason: `is ${showValue(value)}, not a list` };
    for (let index = 0; index < value.length; index++) {
      const problem = check(value[index]);
      if (problem) return under(`[${index}]`, problem);
    }
    return undefined;
  };
}

function checkMap(check: Check): Check {
  return (value) => {
    if (!isPlainObject(value)) return { field: '', reason: `is ${showValue(value)}, not an object` };
    for (const [key, entry] of Object.entries(value)) {
      // Nobody copies this key, since that would set a prototype.
      const problem = key === '__proto__' ? undefined : check(entry);
      if (problem) return under(`.${key}`, problem);
    }
    return undefined;
  };
}

function checkEither(options: readonly Check[]): Check {
  return (value) => {
    const problems: Problem[] = [];
    for (const option of options) {
      const problem = option(value);
      if (!problem) return undefined;
      problems.push(problem);
    }
    // The deepest complaint comes from the option that fitted best.
    return problems.reduce((best, one) => (one.field.length > best.field.length ? one : best));
  };
}

/** Compiles the check of an object's fields, one by one. */
export function checkFields(fields: Fields): Check {
  const compiled = Object.entries(fields).map(([name, field]) => ({
    name,
    isRequired: field.isRequired,
    check: compileField(field),
  }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { field: '', reason: `is ${showValue(value)}, not an object` };
    for (const { name, isRequired, check } of compiled) {
      const part = (value as Record<string, unknown>)[name];
      if (!isRequired && (part === undefined || part === null)) continue;
      const problem = check(part);
      if (problem) return under(`.${name}`, problem);
    }
    return undefined;
  };
}

function under(prefix: string, { field, reason }: Problem): Problem {
  const path = prefix + (field && !field.startsWith('[') ? `.${field}` : field);
  return { field: path.replace(/^\./, ''), reason };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype as object, 'isPrototypeOf');
}
