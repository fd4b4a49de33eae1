/** The zone that the browser is set to; `undefined` where it does not know one, which some write as `Etc/Unknown`. */
import { parseTimeZone } from '../core/time/zone.js';

export function browserZone(): string | undefined {
  try {
    return parseTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  } catch {
    return undefined;
  }
}
