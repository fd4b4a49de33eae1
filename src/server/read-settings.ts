/** The file beside the facts that says how to read them. */
import { readFile } from 'node:fs/promises';
import { createLocalSource } from '../sources/local-source.js';
import type { SourceOptions } from '../core/source-options.js';

export const SETTINGS_FILE = 'settings.json';

const KEYS = ['settings', 'columns', 'labels', 'currency', 'timeZone'] as const;

type Configured = Pick<SourceOptions, (typeof KEYS)[number]>;

/** Rejects with an `Error` that names the file and what in it is wrong. */
export async function readSettings(path: string): Promise<Configured> {
  try {
    const value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new TypeError(`it holds ${JSON.stringify(value)}. Use an object of ${KEYS.join(', ')}.`);
    const unknown = Object.keys(value).find((key) => !(KEYS as readonly string[]).includes(key));
    if (unknown !== undefined) throw new RangeError(`unknown key "${unknown}". Use one of: ${KEYS.join(', ')}.`);
    // Never asked: it only looks at the options.
    createLocalSource({}, value);
    return value;
  } catch (cause) {
    throw new Error(`The file ${path} could not be read: ${(cause as Error).message}`, { cause });
  }
}
