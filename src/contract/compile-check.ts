/**
 * Makes a plain function of a schema that finds the first thing that does not fit. Checking a million records with schema objects costs
 * more than parsing them; this walks the same definitions once and then only compares. A property test holds both to the same verdicts.
 */
import type * as z from 'zod/mini';

export interface Problem {
  /** As `messages[3].at`; empty for the record itself. */
  field: string;
  /** What is wrong, with the value. */
  reason: string;
}

export type Check = (value: unknown) => Problem | undefined;

type Definition = z.core.$ZodTypes['_zod']['def'];

export function compileCheck(schema: z.core.$ZodType): Check {
  const definition = schema._zod.def as Definition;
  switch (definition.type) {
    case 'optional': return unless((value) => value === undefined, compileCheck(definition.innerType));
    case 'nullable': return unless((value) => value === null, compileCheck(definition.innerType));
    case 'string': return checkString(schema);
    case 'number': return checkNumber(schema);
    case 'boolean': return expecting((value) => typeof value === 'boolean', 'true or false');
    case 'enum': return oneOf(Object.values(definition.entries));
    case 'literal': return oneOf(definition.values);
    case 'custom': return checkCustom(definition);
    case 'array': return checkList(compileCheck(definition.element));
    case 'record': return checkRecord(compileCheck(definition.valueType));
    case 'union': return checkUnion(definition.options.map(compileCheck));
    case 'object': return checkObject(definition.shape);
    default: throw new TypeError(`compileCheck does not know the schema type "${definition.type}". Teach it, or use a type that it knows.`);
  }
}

function unless(accepts: (value: unknown) => boolean, check: Check): Check {
  return (value) => (accepts(value) ? undefined : check(value));
}

function expecting(accepts: (value: unknown) => boolean, what: string): Check {
  return (value) => (accepts(value) ? undefined : { field: '', reason: `is ${show(value)}, not ${what}` });
}

function oneOf(allowed: readonly unknown[]): Check {
  const values = new Set(allowed);
  return expecting((value) => values.has(value), `one of ${allowed.map((one) => JSON.stringify(one)).join(', ')}`);
}

function checkString(schema: z.core.$ZodType): Check {
  const minimum = limitOf(schema, 'min_length', 'minimum') ?? 0;
  return expecting((value) => typeof value === 'string' && value.length >= minimum, minimum > 0 ? 'a text with content' : 'a text');
}

function checkNumber(schema: z.core.$ZodType): Check {
  const minimum = limitOf(schema, 'greater_than', 'value') ?? -Infinity;
  const isWhole = (schema._zod.def as { format?: string }).format === 'safeint';
  const accepts = isWhole ? Number.isSafeInteger : Number.isFinite;
  const what = (isWhole ? 'a whole number' : 'a number') + (minimum > -Infinity ? ` from ${minimum} on` : '');
  return expecting((value) => accepts(value) && (value as number) >= minimum, what);
}

interface CheckDefinition {
  check: string;
  inclusive?: boolean;
  minimum?: number;
  value?: number;
}

/** Reads a limit off the schema's checks, and refuses to overlook a check it does not know. */
function limitOf(schema: z.core.$ZodType, kind: string, key: 'minimum' | 'value'): number | undefined {
  const checks = ((schema._zod.def as { checks?: { _zod: { def: CheckDefinition } }[] }).checks ?? []).map((check) => check._zod.def);
  const unknown = checks.find((check) => check.check !== kind || check.inclusive === false);
  if (unknown) throw new TypeError(`compileCheck does not know the check "${unknown.check}" here. Teach it, or use one that it knows.`);
  return checks[0]?.[key];
}

function checkCustom(definition: Definition): Check {
  const { fn, error } = definition as unknown as { fn: (value: unknown) => boolean; error?: (issue: object) => string | { message: string } | undefined };
  return (value) => {
    if (fn(value)) return undefined;
    const said = error?.({ input: value });
    const message = typeof said === 'string' ? said : (said?.message ?? 'does not fit');
    return { field: '', reason: `is ${show(value)}, ${message}` };
  };
}

function checkList(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return { field: '', reason: `is ${show(value)}, not a list` };
    for (let index = 0; index < value.length; index++) {
      const problem = check(value[index]);
      if (problem) return under(`[${index}]`, problem);
    }
    return undefined;
  };
}

function checkRecord(check: Check): Check {
  return (value) => {
    if (!isPlainObject(value)) return { field: '', reason: `is ${show(value)}, not an object` };
    for (const [key, entry] of Object.entries(value)) {
      // The schema leaves this key out, since copying it would set a prototype.
      const problem = key === '__proto__' ? undefined : check(entry);
      if (problem) return under(`.${key}`, problem);
    }
    return undefined;
  };
}

function checkUnion(options: readonly Check[]): Check {
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

function checkObject(shape: Readonly<Record<string, z.core.$ZodType>>): Check {
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, check: compileCheck(schema) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { field: '', reason: `is ${show(value)}, not an object` };
    for (const { name, check } of fields) {
      const problem = check((value as Record<string, unknown>)[name]);
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

const MOST_SHOWN = 60;

/** A value as an error names it. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value instanceof Date ? String(value) : (toJson(value) ?? typeof value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
