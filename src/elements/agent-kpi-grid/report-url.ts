/** Where a number's own page is, with what the reader looks at filled in. */
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import { formatFilters } from '../../core/filters.js';
import { safeUrl } from '../shared/safe-url.js';

/** `undefined`: the host has none, or names an address that is no link. */
export function toReportUrl(
  reports: Readonly<Record<string, string>> | undefined, metric: string, { range, filters, timeZone }: Pick<ResolvedScope, 'range' | 'filters' | 'timeZone'>,
): string | undefined {
  const template = reports && Object.hasOwn(reports, metric) ? reports[metric] : undefined;
  if (template === undefined) return undefined;
  const values = new Map([['metric', metric], ['from', range.from], ['to', range.to], ['filters', formatFilters(filters)], ['time-zone', timeZone]]);
  return safeUrl(template.replace(/\{([a-z-]+)\}/g, (place, name: string) => (values.has(name) ? encodeURIComponent(values.get(name)!) : place)));
}
