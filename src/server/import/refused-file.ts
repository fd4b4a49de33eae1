/** Records that did not fit, one JSON object a line: where they stood, why, and what they were. Made when the first comes. */
import { createReadStream, existsSync } from 'node:fs';
import { appendFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

export interface RefusedRecord {
  file: string;
  fact: string;
  index: number;
  line?: number;
  field: string;
  reason: string;
  /** The record, or the text of a line that is no JSON. */
  record?: unknown;
}

export class RefusedFile {
  readonly path: string;
  #lines: string[] = [];

  constructor(path: string) {
    this.path = path;
  }

  /** Removes what an earlier run wrote about this file from the `from`th record on, since those records are read again. */
  async forget(file: string, from: number): Promise<void> {
    if (!existsSync(this.path)) return;
    const temporary = `${this.path}.part`;
    const rest = await open(temporary, 'w');
    let count = 0;
    for await (const line of createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })) {
      if (isOf(line, file, from)) continue;
      count++;
      await rest.write(`${line}\n`);
    }
    await rest.close();
    await (count > 0 ? rename(temporary, this.path) : Promise.all([rm(this.path), rm(temporary)]));
  }

  /** `at`: how many records of the file were read before. */
  add(record: RefusedRecord, at: number): void {
    const { file, ...rest } = record;
    this.#lines.push(toLine({ file, at, ...rest }));
  }

  /** To be called before the batch is written, so that no refusal is lost. */
  async flush(): Promise<void> {
    if (this.#lines.length === 0) return;
    await mkdir(dirname(this.path), { recursive: true });
    await appendFile(
      this.path,
      this.#lines
        .splice(0)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
}

/** A record too deep to be written is left out; its place and reason say enough. */
function toLine({ record, ...rest }: RefusedRecord & { at: number }): string {
  try {
    return JSON.stringify({ ...rest, record });
  } catch {
    return JSON.stringify(rest);
  }
}

/** A line that a crash cut off belongs to what comes again. */
function isOf(line: string, file: string, from: number): boolean {
  try {
    const one = JSON.parse(line) as { file: string; at: number };
    return one.file === file && one.at >= from;
  } catch {
    return true;
  }
}
