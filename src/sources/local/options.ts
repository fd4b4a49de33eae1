/** The options of a source over supplied data that lives in the page. */
import { checkSourceOptions, type CheckedOptions, type SourceOptions } from '../../core/source-options.js';

export interface LocalSourceOptions extends SourceOptions {
  /** `auto` (default): texts and streams from a megabyte on are read and asked in a module worker, where the page allows one. `never`: always on this thread, in slices. */
  worker?: 'auto' | 'never';
  /** Ends the reading of the data; every question rejects then. */
  signal?: AbortSignal;
}

/** Throws a `RangeError` that names the wrong option. */
export function checkLocalOptions({ worker = 'auto', ...options }: LocalSourceOptions): CheckedOptions {
  const checked = checkSourceOptions(options);
  if (worker !== 'auto' && worker !== 'never')
    throw new RangeError(`worker is ${JSON.stringify(worker)}. Use "auto" or "never".`);
  return checked;
}
