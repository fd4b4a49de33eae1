import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { vi } from 'vitest';
import { openDuckDb } from '../../../src/server/database/open-database.js';
import { june, talk } from '../../fixtures/make-facts.js';
import { buildCommand, type Command } from '../start-command.js';

// Four processes one after the other.
vi.setConfig({ testTimeout: 180_000 });

const COUNT = 70_000;

let folder: string;
let command: Command;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-import-'));
  command = await buildCommand();
});
afterAll(async () => {
  await command.remove();
  await rm(folder, { recursive: true });
});

function refusals(into: string): string[] {
  const path = join(into, 'refused', 'conversations.ndjson.ndjson');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(10);
}

describe('an import whose process is killed', () => {
  it('loses nothing that was kept, and the same command brings the rest, each record and refusal once', async () => {
    const file = join(folder, 'conversations.ndjson');
    const into = join(folder, 'data');
    const records = Array.from({ length: COUNT }, (_, index) =>
      JSON.stringify(
        index % 1000 === 999 ? { id: `bad-${index}` } : { ...talk(`c${index}`, june(1 + (index % 7))), channel: 'web' },
      ),
    );
    await writeFile(file, records.join('\n'));
    const words = ['import', file, '--into', into];

    const first = command.start(words);
    // Refusals of the third batch are written once the first batch is kept.
    await until(() => refusals(into).length > 40);
    first.child.kill('SIGKILL');
    expect((await first.ended).signal).to.equal('SIGKILL');

    const stopped = command.start(words);
    let hasEnded = false;
    void stopped.ended.then(() => (hasEnded = true));
    // What the first run told of batches that were lost is taken back first.
    await until(() => hasEnded || refusals(into).length <= 40);
    stopped.child.kill('SIGINT');
    expect([(await stopped.ended).code, stopped.said.out]).to.satisfy(
      ([code, out]: [number, string]) => code === 130 && out.includes('goes on from there'),
    );

    const last = command.start(words);
    expect((await last.ended).code).to.equal(0);
    expect(last.said.out).to.match(/after [2-6]\d,\d{3} records of an earlier run/);
    const again = command.start(words);
    await again.ended;
    expect(again.said.out).to.include('was imported before; nothing changed');

    const database = await openDuckDb({ path: join(into, 'facts.duckdb') });
    const { counts } = await database
      .tenant('default')
      .engine()
      .describe(Date.parse(june(8)));
    const refused = await database.tenant('default').refused();
    await database.close();
    expect([counts, refused]).to.deep.equal([{ conversations: COUNT - 70 }, 70]);
    expect(refusals(into).map((line) => (JSON.parse(line) as { record: { id: string } }).record.id)).to.deep.equal(
      Array.from({ length: 70 }, (_, index) => `bad-${index * 1000 + 999}`),
    );
  });
});
