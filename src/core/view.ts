/** What a reader looks at, as one text for a link: `range=last-30-days&compare=previous-period&filters=channel:sms&group-by=tag`. */
import { formatFilters, formatTexts, parseFilters } from './filters.js';
import type { Filters } from './query.js';
import { resolveCompare } from './time/compare.js';
import { resolveRange } from './time/range.js';

/** Unset parts leave the decision to the page. */
export interface View {
  range?: string | undefined;
  compare?: string | undefined;
  filters?: Filters | undefined;
  groupBy?: string | undefined;
}

/** Whether a range or comparison can be does not depend on when and where. */
const ANYWHERE = { now: 0, timeZone: 'UTC' };

/** Text for the query or fragment of an address; equal views are equal text. */
export function formatView({ range, compare, filters = {}, groupBy }: View): string {
  const parts = { range, compare, filters: formatFilters(filters), 'group-by': groupBy };
  return Object.entries(parts)
    .flatMap(([name, text]) => (text ? [`${name}=${encode(text)}`] : []))
    .join('&');
}

/** Keys that no view has are left alone. Throws a `RangeError` that names what cannot be. */
export function parseView(text: string): View {
  const parts = new Map(text.replace(/^[?#]/, '').split('&').map(toPart));
  const [range, compare, filters, groupBy] = ['range', 'compare', 'filters', 'group-by'].map((name) => parts.get(name));
  if (range) resolveRange(range, ANYWHERE);
  if (compare) resolveCompare(compare, 'today', ANYWHERE);
  return {
    ...(range && { range }),
    ...(compare && { compare }),
    ...(filters && { filters: readFilters(filters) }),
    ...(groupBy && { groupBy }),
  };
}

/** What an address holds as it is stays readable. */
function encode(text: string): string {
  return formatTexts([text])
    .replace(/%(?:3A|2C|3B|2F)/g, decodeURIComponent)
    .replaceAll("'", '%27');
}

function toPart(part: string): [name: string, text: string] {
  const [name = '', ...rest] = part.split('=');
  const text = rest.join('=');
  try {
    return [name, decodeURIComponent(text.replaceAll('+', ' '))];
  } catch {
    throw new RangeError(
      `The view's ${name} is ${JSON.stringify(text)}, which is not percent-encoded. Write % as %25.`,
    );
  }
}

function readFilters(text: string): Filters {
  try {
    return parseFilters(text);
  } catch (error) {
    throw new RangeError((error as Error).message, { cause: error });
  }
}
