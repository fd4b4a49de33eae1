/** Exports that are larger than the memory they are read in. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { build } from 'vite';
import { vi } from 'vitest';

const BYTES = 24e6;
const HEAP_MEGABYTES = 32;
const HELD_BYTES = 6e6;
// A child that reads its files several times.
vi.setConfig({ testTimeout: 90_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-memory-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'src/sources/adapters/from-exports.ts',
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
    },
  });
});
afterAll(() => rm(folder, { recursive: true }));

describe('an export of 24 MB in a heap of 32 MB, in which its rows have no room', () => {
  for (const [vendor, shape] of [
    ['zendesk', 'csv'],
    ['intercom', 'json'],
    ['freshdesk', 'json'],
  ] as const) {
    it(`${vendor}, ${shape}: every record once, every message`, async () => {
      const script = fileURLToPath(new URL('./stream-export.mjs', import.meta.url));
      const { stdout } = await promisify(execFile)(process.execPath, [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        script,
        join(folder, 'from-exports.js'),
        vendor,
        shape,
        String(BYTES),
        String(HELD_BYTES),
      ]);
      const { count, facts, messages, skipped } = JSON.parse(stdout) as {
        count: number;
        facts: Record<string, number>;
        messages: number;
        skipped: unknown[];
      };
      expect([Object.values(facts).reduce((sum, one) => sum + one, 0), messages, skipped]).to.deep.equal([
        count,
        count * 4,
        [],
      ]);
      expect(count).to.be.greaterThan(8000);
    });
  }
});
