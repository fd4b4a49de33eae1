/** Files with something secret in them: a key, or a list of tokens. */
import { readFile, stat } from 'node:fs/promises';
import type { StaticToken } from './static-tokens.js';

/** Rejects where every user of the machine may read the file. */
export async function readSecretFile(path: string): Promise<string> {
  const { mode } = await stat(path).catch((cause: unknown) => {
    throw new Error(`The file ${path} could not be read. Name a file that exists.`, { cause });
  });
  if (process.platform !== 'win32' && (mode & 0o007) !== 0)
    throw new Error(`The file ${path} may be read by everybody on this machine. Change that: chmod 600 ${path}`);
  return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
}

/** A JSON list, or one JSON object a line. */
export async function readTokenFile(path: string): Promise<StaticToken[]> {
  const text = (await readSecretFile(path)).trim();
  try {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return (
      text.startsWith('[') ? JSON.parse(text) : lines.map((line) => JSON.parse(line) as unknown)
    ) as StaticToken[];
  } catch {
    // The parser's own words would show a token.
    throw new Error(
      `The file ${path} could not be read: it is no JSON. Use one object a line: {"token":"…","tenant":"…","role":"viewer"}`,
    );
  }
}
