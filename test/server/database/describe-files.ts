/** The demo's data, put into a database in shuffled batches: every question gets the answer that it gets in the page. */
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { createDatabaseSource } from '../../../src/server/database/database-source.js';
import type { FactDatabase } from '../../../src/server/database/fact-database.js';
import type { FactOptions } from '../../../src/server/database/sql-facts.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { checkSourceOptions } from '../../../src/core/source-options.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { madeUpCases, starCases } from '../../oracle/cases.mjs';
import { toDemoPath, type NamedQuery } from '../../oracle/compare-source.js';

const CASES = new Map<string, NamedQuery[]>([
  ['star.ndjson.gz', starCases],
  ['made-up.json.gz', madeUpCases],
]);
const BATCHES = 5;

/** `files`: those of the demo; default all. */
export function describeFiles(
  name: string,
  open: (options: FactOptions) => Promise<FactDatabase>,
  files: readonly string[] = [...CASES.keys()],
): void {
  for (const file of files) {
    const cases = CASES.get(file)!;
    describe(`${file} in ${name}`, () => {
      const options = checkSourceOptions({});
      let database: FactDatabase;
      let source: MetricsSource;
      let inPage: MetricsSource;

      beforeAll(async () => {
        const data = readData(file);
        database = await open(options);
        const facts = database.tenant(file);
        for (const batch of inBatches(data)) await facts.write(batch);
        source = createDatabaseSource(facts, options);
        inPage = createLocalSource(data);
      });

      afterAll(() => database?.close());

      for (const { name: question, ...query } of cases) {
        it(question, async () => expect(await source.query(query)).to.deep.equal(await inPage.query(query)));
      }

      it('describes the facts', async () => expect(await source.describe()).to.deep.equal(await inPage.describe()));
    });
  }
}

function readData(file: string): AgentData {
  const text = gunzipSync(readFileSync(toDemoPath(file))).toString('utf8');
  if (!file.endsWith('.ndjson.gz')) return JSON.parse(text) as AgentData;
  return {
    conversations: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Conversation),
  };
}

/** Orders come before what they are attributed to, and the conversations in parts of every fifth. */
function* inBatches({
  conversations = [],
  orders,
  articles,
  ...fields
}: AgentData): Generator<Parameters<ReturnType<FactDatabase['tenant']>['write']>[0]> {
  yield { ...(orders && { orders }), ...(articles && { articles }), fields };
  for (let part = 0; part < BATCHES; part++)
    yield { conversations: conversations.filter((_, index) => index % BATCHES === part) };
}
