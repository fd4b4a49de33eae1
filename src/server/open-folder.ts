/** A folder or a file of facts as an engine: JSON and NDJSON files, gzipped or not, named after the fact they hold. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { FACT_NAMES, isFactName } from '../core/facts/registry.js';
import type { AgentData } from '../core/facts/agent-data.js';
import { createLocalSource } from '../sources/local-source.js';
import type { SourceOptions } from '../core/source-options.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import { readSettings, SETTINGS_FILE } from './read-settings.js';

const NAME = /^(.+?)\.(json|ndjson|jsonl)(\.gz)?$/;

/**
 * Reads every `conversations.ndjson`, `orders.json.gz` and the like; a JSON file of another name holds an object of lists. Rejects with an
 * `Error` that names the file and the way out. `settings.json` configures the source: an object of `settings`, `columns`, `labels`,
 * `currency` and `timeZone`, as `createLocalSource` takes them; an option beats it.
 */
export async function openFolder(folder: string, options: SourceOptions = {}): Promise<MetricsSource> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new Error(
      `The folder ${folder} could not be read. Name a folder that exists and holds files such as conversations.ndjson.`,
      { cause },
    );
  });
  const names = files.filter((name) => NAME.test(name) && name !== SETTINGS_FILE).sort();
  if (names.length === 0)
    throw new Error(
      `The folder ${folder} holds no facts. Put files such as conversations.ndjson or data.json into it.`,
    );
  const configured = files.includes(SETTINGS_FILE) ? await readSettings(join(folder, SETTINGS_FILE)) : {};
  return createLocalSource(merge(await Promise.all(names.map((name) => readFacts(join(folder, name))))), {
    ...configured,
    ...options,
  });
}

/** Reads one such file; `fact` says what a list holds whose name does not. */
export async function openFile(path: string, options: SourceOptions = {}): Promise<MetricsSource> {
  return createLocalSource(await readFacts(path, options.fact), options);
}

async function readFacts(path: string, fact?: string): Promise<AgentData> {
  const [, stem = '', kind] = NAME.exec(basename(path)) ?? [];
  const name = () => requireFact(fact ?? stem, path);
  try {
    const text = await readText(path);
    if (kind !== 'json') return { [name()]: parseLines(text) };
    const value = JSON.parse(text) as unknown;
    if (Array.isArray(value)) return { [name()]: value as unknown[] };
    if (typeof value === 'object' && value !== null) return value;
    throw new TypeError('it holds neither an object of lists nor a list.');
  } catch (cause) {
    throw new Error(`The file ${path} could not be read: ${(cause as Error).message}`, { cause });
  }
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
}

/** A line that is no JSON stays as it is; the source refuses it with its place. */
function parseLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        return line;
      }
    });
}

function requireFact(stem: string, path: string): string {
  if (isFactName(stem)) return stem;
  throw new Error(
    `${basename(path)} holds a list, and its name does not say of what. Call it as what it holds: ${FACT_NAMES.join(', ')}.`,
  );
}

function merge(parts: readonly AgentData[]): AgentData {
  const merged: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) {
      const known = merged[name];
      merged[name] =
        Array.isArray(known) && Array.isArray(value) ? [...(known as unknown[]), ...(value as unknown[])] : value;
    }
  }
  return merged;
}
