/** Whether a source describes itself by the contract, whoever wrote the source. */
import { checkAnswer } from '../contract/check-answer.js';
import { sourceDescriptionSchema } from '../contract/wire-schemas.js';
import type { SourceDescription } from '../core/query.js';
import { SourceError } from '../core/source-error.js';

/** Returns the description as it is. Throws a `SourceError` that names the first field that does not fit. */
export function checkDescription(value: unknown): SourceDescription {
  const checked = checkAnswer<SourceDescription>(sourceDescriptionSchema, value);
  if (checked.ok) return checked.value;
  const place =
    checked.field === '' ? 'The description of the source' : `"${checked.field}" in the description of the source`;
  throw new SourceError(`${place} does not fit the contract: it is ${checked.found}.`, {
    cause: checked.cause,
    type: 'contract',
  });
}
