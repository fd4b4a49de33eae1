import { expect } from 'chai';
import {
  MIGRATIONS,
  addOwnColumns,
  tableName,
  type Layout,
} from '../../../../src/server/database/clickhouse/schema.js';

const statements = (layout: Layout) => MIGRATIONS.flatMap((one) => one.statements(layout));
const ofArticles = (layout: Layout) => statements(layout).filter((sql) => sql.includes('.articles'));
const ARTICLES = '(tenant String, id String, version Int64, raw String, row_version UInt64)';

describe('the tables', () => {
  it('lie on one server', () => {
    expect(ofArticles({ database: 'facts' })).to.deep.equal([
      `CREATE TABLE IF NOT EXISTS facts.articles ${ARTICLES} ENGINE = ReplacingMergeTree(row_version) ORDER BY (tenant, id)`,
    ]);
  });

  it('lie on every server of a cluster, each with a part of the ids', () => {
    expect(ofArticles({ database: 'facts', cluster: { name: 'three', nodes: ['http://a:8123'] } })).to.deep.equal([
      `CREATE TABLE IF NOT EXISTS facts.articles_local ${ARTICLES} ENGINE = ReplacingMergeTree(row_version) ORDER BY (tenant, id)`,
      `CREATE TABLE IF NOT EXISTS facts.articles ${ARTICLES} ENGINE = Distributed(three, facts, articles_local, cityHash64(tenant, id))`,
    ]);
  });

  it('keep copies of each other where a keeper runs', () => {
    const [local, distributed] = ofArticles({ database: 'facts', cluster: { name: 'three', replicated: true } });
    expect(local).to.equal(
      `CREATE TABLE IF NOT EXISTS facts.articles_local ON CLUSTER three ${ARTICLES} ` +
        "ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/facts/articles', '{replica}', row_version) ORDER BY (tenant, id)",
    );
    expect(distributed).to.include('facts.articles ON CLUSTER three (');
  });

  it('have versions that ascend by one', () => {
    expect(MIGRATIONS.map(({ version }) => version)).to.deep.equal(MIGRATIONS.map((_, index) => index + 1));
  });

  it('take no name that would be SQL', () => {
    expect(() => tableName('articles', { database: 'a; DROP TABLE b' })).to.throw(
      RangeError,
      'cannot be a name in ClickHouse',
    );
    expect(() => statements({ database: 'a', cluster: { name: "c'" } })).to.throw(
      RangeError,
      'cannot be a name in ClickHouse',
    );
  });
});

describe('custom columns', () => {
  const layout = { database: 'facts' };
  const columns = new Map(
    [
      ...statements(layout)
        .find((sql) => sql.includes('.conversations '))!
        .matchAll(/(\w+) ((?:Array|Nullable)\(.+?\)+|String|Int64|UInt8)[,)]/g),
    ].map(([, name, type]) => [name!, type!] as const),
  );

  it('are added where they are missing, under a name of hexadecimal digits', () => {
    expect(
      addOwnColumns(
        { conversations: { "it's": 'text', score: 'number' } },
        columns,
        { table: 'conversations' },
        layout,
      ),
    ).to.deep.equal([
      'ALTER TABLE facts.conversations ADD COLUMN own_69742773 Nullable(String)',
      'ALTER TABLE facts.conversations ADD COLUMN own_73636f7265 Nullable(Float64)',
    ]);
  });

  it('of other facts lie beside what is derived from them, one for a name of several', () => {
    const own = {
      conversations: { score: 'number' },
      tickets: { plan: 'text' },
      surveys: { plan: 'text' },
      articles: { team: 'text' },
    } as const;
    const added = addOwnColumns(own, new Map(), { table: 'derived', name: 'derived_local' }, layout).filter((sql) =>
      sql.includes('own_'),
    );
    expect(added).to.deep.equal(['ALTER TABLE facts.derived_local ADD COLUMN own_706c616e Nullable(String)']);
  });

  it('are not added twice', () => {
    expect(
      addOwnColumns(
        { conversations: { score: 'number' } },
        new Map([...columns, ['own_73636f7265', 'Nullable(Float64)']]),
        { table: 'conversations' },
        layout,
      ),
    ).to.deep.equal([]);
  });

  it('keep their type', () => {
    expect(() =>
      addOwnColumns(
        { conversations: { score: 'text' } },
        new Map([...columns, ['own_73636f7265', 'Nullable(Float64)']]),
        { table: 'conversations' },
        layout,
      ),
    ).to.throw('The column own_73636f7265 is Nullable(Float64) in ClickHouse, Nullable(String) is wanted.');
  });
});
