/** Texts that would be SQL if anybody put them into a statement: as tenants, ids, values, filters and searches they are texts. */
import { expect } from 'chai';
import { createDatabaseSource } from '../../../src/server/database/database-source.js';
import type { FactDatabase } from '../../../src/server/database/fact-database.js';
import type { FactOptions } from '../../../src/server/database/sql-facts.js';
import { checkSourceOptions } from '../../../src/core/source-options.js';

const ODD = [
  "' OR 1=1 --",
  "'; DROP TABLE conversations; --",
  "\\' OR ''='",
  '\\',
  "''",
  "'",
  '"',
  '`',
  "a'b",
  'a\\b',
  '{p0:String}',
  '{p1:Array(String)}',
  '%',
  '_',
  '$p0',
  '?',
  '\0',
  'a\0b',
  '\n',
  '\t',
  '\r\n',
  '/* */',
  "') OR ('a'='a",
  "' UNION ALL SELECT raw FROM conversations --",
  '\\x27',
  '\u2019',
  '😀',
  'İ',
  'a\ufeff',
  '__proto__',
  "x' FORMAT TSV",
  '\\N',
  'NULL',
  '[]',
  "['a']",
];
const DAY = { from: '2026-03-02', to: '2026-03-02', timeZone: 'UTC' };
const options = checkSourceOptions({ now: '2026-03-10T00:00:00Z' });

export function describeOddTexts(name: string, open: (options: FactOptions) => Promise<FactDatabase>): void {
  describe(`odd texts in ${name}`, () => {
    let database: FactDatabase;

    beforeAll(async () => {
      database = await open(options);
      await database.tenant('shop').write({
        conversations: ODD.map((text) => ({
          id: text,
          startedAt: '2026-03-02T10:00:00Z',
          channel: text,
          profile: { id: text },
          messages: [{ at: '2026-03-02T10:00:00Z', from: 'visitor', text, skill: text }],
        })),
      });
    });

    afterAll(() => database?.close());

    const shop = () => createDatabaseSource(database.tenant('shop'), options);

    it('come back as values of a dimension', async () => {
      const { groups, metrics } = await shop().query({
        metrics: ['total-volume', 'unique-users'],
        ...DAY,
        groupBy: 'channel',
      });
      expect(new Set(groups)).to.deep.equal(new Set(ODD));
      expect(metrics['total-volume']!.byGroup).to.deep.equal(ODD.map(() => 1));
      expect(metrics['unique-users']!.value).to.equal(ODD.length);
    });

    for (const text of ODD) {
      it(`${JSON.stringify(text)} finds itself and nothing else`, async () => {
        const source = shop();
        const { metrics } = await source.query({ metrics: ['total-volume'], ...DAY, filters: { channel: [text] } });
        expect(metrics['total-volume']!.value).to.equal(1);
        const others = await source.query({ metrics: ['total-volume'], ...DAY, filters: { '!channel': [text] } });
        expect(others.metrics['total-volume']!.value).to.equal(ODD.length - 1);
        const { rows } = await source.conversations({ ...DAY, ids: [text] });
        expect(rows.map(({ id }) => id)).to.deep.equal([text]);
        expect((await source.conversation(text)).id).to.equal(text);
        const found = await source.conversations({ ...DAY, search: text, pageSize: 200 });
        if (text.trim() !== '') expect(found.rows.map(({ id }) => id)).to.include(text);
      });

      it(`${JSON.stringify(text)} as a tenant has its own facts alone`, async () => {
        const tenant = database.tenant(text);
        expect(
          (await createDatabaseSource(tenant, options).query({ metrics: ['total-volume'], ...DAY })).metrics[
            'total-volume'
          ]!.value,
        ).to.equal(null);
        await tenant.write({ conversations: [{ id: 'only', startedAt: '2026-03-02T11:00:00Z', channel: 'web' }] });
        const { rows } = await createDatabaseSource(tenant, options).conversations(DAY);
        expect(rows.map(({ id }) => id)).to.deep.equal(['only']);
      });
    }

    it('changed nothing of the others', async () => {
      expect((await shop().query({ metrics: ['total-volume'], ...DAY })).metrics['total-volume']!.value).to.equal(
        ODD.length,
      );
    });
  });
}
