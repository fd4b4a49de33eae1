/** A suite of questions asked of the kit and of the oracle. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { MetricsQuery } from '../../src/core/query.js';
import { createLocalSource } from '../../src/sources/local-source.js';
import { compareAnswers } from './compare-answers.mjs';
import { createOracle, type Oracle } from './star-oracle.mjs';

export type NamedQuery = MetricsQuery & { name: string };

/** Where a file of the demo lies. */
export const toDemoPath = (file: string) => fileURLToPath(new URL(`../../demo/data/${file}`, import.meta.url));

/** The text of a file, unpacked where its name ends in `.gz`. */
export const readText = (path: string) =>
  (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString('utf8');

/** Describes one file of facts: each case is a test, and every number of it is compared. */
export function compareSource(path: string, cases: NamedQuery[]): void {
  describe(`${basename(path)}, answered by the kit and by SQL`, () => {
    let oracle: Oracle;
    let source: ReturnType<typeof createLocalSource>;

    beforeAll(async () => {
      oracle = await createOracle(path);
      source = createLocalSource(readText(path));
    });

    afterAll(() => oracle?.close());

    for (const { name, ...query } of cases) {
      it(name, async () => {
        expect(compareAnswers(await oracle.query(query), await source.query(query))).to.deep.equal([]);
      });
    }
  });
}
