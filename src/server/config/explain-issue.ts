/** What does not fit in a configuration, as a sentence that names the key, what it is, and what it could be. */
import type * as z from 'zod/mini';
import { showValue } from '../../core/format/show-value.js';

type Issue = z.core.$ZodIssue;
type Definition = z.core.$ZodTypes['_zod']['def'];

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

export function explainIssue(issue: Issue, schema: z.core.$ZodType, value: unknown): string {
  const { path, inner } = innermost(issue);
  const key = path.map(String).join('.');
  if (inner.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return `unknown key "${[key, inner.keys[0]].filter(Boolean).join('.')}".${known.length > 0 ? ` Use one of: ${known.join(', ')}.` : ''}`;
  }
  const given = path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
  // A secret that was written where its place belongs must not come out in an error.
  const shown = typeof given === 'string' && /secret|password|token|key/i.test(key) ? 'a text' : showValue(given);
  return given === undefined ? `"${key}" is missing.` : `"${key}" is ${shown}, which does not fit${expected(inner)}.`;
}

/** Of the forms a value may have, the one it came nearest to. */
function innermost(issue: Issue): { path: PropertyKey[]; inner: Issue } {
  if (issue.code !== 'invalid_union') return { path: issue.path, inner: issue };
  const nearest = issue.errors.flat().filter(({ path, code }) => path.length > 0 || code === 'unrecognized_keys');
  if (!nearest[0]) return { path: issue.path, inner: issue };
  const { path, inner } = innermost(nearest[0]);
  return { path: [...issue.path, ...path], inner };
}

function expected(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `. Use one of: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.code === 'invalid_type') return `: it has to be ${WORDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return `: it has to be at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `: it can be at most ${issue.maximum}`;
  return '';
}

function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const definition = schema._zod.def as Definition;
  const [step, ...rest] = path;
  switch (definition.type) {
    case 'optional':
      return knownKeys(definition.innerType, path);
    case 'union':
      return definition.options.flatMap((option) => knownKeys(option, path));
    case 'record':
      return step === undefined ? [] : knownKeys(definition.valueType, rest);
    case 'array':
      return step === undefined ? [] : knownKeys(definition.element, rest);
    case 'object':
      return step === undefined ? Object.keys(definition.shape) : knownKeys(definition.shape[String(step)]!, rest);
    default:
      return [];
  }
}
