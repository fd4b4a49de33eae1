/** The address of a number's own page, with what the user looks at filled in. */
import type { ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import { formatFilters } from '../../core/filters.js';
import type { DateRange } from '../../core/query.js';
import { safeUrl } from '../shared/safe-url.js';

/** `undefined` if the host has none, or names an address that is not safe to link to. */
export function toReportUrl(
  reports: Readonly<Record<string, string>> | undefined,
  metric: string,
  { range, filters, timeZone }: Pick<ResolvedScope, 'range' | 'filters' | 'timeZone'>,
): string | undefined {
  const template = reports && Object.hasOwn(reports, metric) ? reports[metric] : undefined;
  if (template === undefined) return undefined;
  const values = new Map([
    ['metric', metric],
    ['from', range.from],
    ['to', range.to],
    ['filters', formatFilters(filters)],
    ['time-zone', timeZone],
  ]);
  return safeUrl(
    template.replace(/\{([a-z-]+)\}/g, (place, name: string) =>
      values.has(name) ? encodeURIComponent(values.get(name)!) : place,
    ),
  );
}

/** The range of what is drawn as text: as it was set, a preset or two dates, or its dates where another one was set since. */
export function toRangeText(scope: Pick<ScopeController, 'range' | 'resolve'>, { from, to }: DateRange): string {
  try {
    const standing = scope.resolve()?.range;
    if (standing?.from === from && standing.to === to) return scope.range;
  } catch {
    // The range has since become invalid; the widget shows that error itself.
  }
  return `${from}/${to}`;
}
