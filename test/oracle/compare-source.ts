/** A suite of questions asked of the kit and of the oracle. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { MetricsQuery, MetricsAnswer } from '../../src/core/query.js';
import { createLocalSource } from '../../src/sources/local-source.js';
import { compareAnswers } from './compare-answers.mjs';
import { createOracle } from './star-oracle.mjs';

export type NamedQuery = MetricsQuery & { name: string };

interface Oracle {
  query(query: MetricsQuery): Promise<MetricsAnswer>;
  close(): void;
}

/** Where a file of the demo lies. */
const toPath = (file: string) => fileURLToPath(new URL(`../../demo/data/${file}`, import.meta.url));

/** Describes one demo file: each case is a test, and every number of it is compared. */
export function compareSource(file: string, cases: NamedQuery[]): void {
  describe(`${file}, answered by the kit and by SQL`, () => {
    let oracle: Oracle;
    let source: ReturnType<typeof createLocalSource>;

    beforeAll(async () => {
      oracle = await createOracle(toPath(file));
      source = createLocalSource(gunzipSync(readFileSync(toPath(file))).toString('utf8'));
    });

    afterAll(() => oracle?.close());

    for (const { name, ...query } of cases) {
      it(name, async () => {
        expect(compareAnswers(await oracle.query(query), await source.query(query))).to.deep.equal([]);
      });
    }
  });
}
