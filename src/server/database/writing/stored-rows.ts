/** What a change has to know of the rows that are there already. */
import {
  toConversationRecord,
  toOrderRecord,
  type ConversationRecord,
  type OrderRecord,
} from '../../../core/tables/conversation-record.js';
import type { Conversation } from '../../../core/facts/conversations.js';
import type { Order } from '../../../core/facts/orders.js';
import type { StoredFact } from '../../../core/tables/derived-rows.js';
import type { StoredItem } from '../row/earned-items.js';
import type { RowTable } from '../row/layout.js';
import { all } from '../sql/conditions.js';
import type { Dialect, Sql } from '../sql/dialect.js';
import { Parameters } from '../sql/question.js';
import type { ResultRow, SqlReader } from '../sql/dialect.js';

/** People and conversations that orders belong to. */
export interface Links {
  profiles: ReadonlySet<string>;
  conversations: ReadonlySet<string>;
}

/** A record beside conversations, or an order of an account. */
export interface Stored {
  fact: StoredFact;
  key: string;
  raw: object;
}

export interface TouchingRow {
  record: ConversationRecord;
  items: StoredItem[];
}

export class PresentRows {
  readonly #reader: SqlReader;
  readonly #tenant: string;

  constructor(reader: SqlReader, tenant: string) {
    this.#reader = reader;
    this.#tenant = tenant;
  }

  /** The version and, if asked for, another column of each row that is there. */
  async versions(
    table: RowTable,
    ids: readonly string[],
    also: Sql = "''",
  ): Promise<Map<string, { version: number; also: unknown }>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#ask(`id, version, ${also}`, table, (dialect, parameters) =>
      dialect.isOneOf('id', parameters.texts(ids)),
    );
    return new Map(rows.map(([id, version, other]) => [String(id), { version: Number(version), also: other }]));
  }

  async hasOrders(): Promise<boolean> {
    return (await this.#ask('1', 'orders', () => '1 = 1', ' LIMIT 1')).length > 0;
  }

  async orders(links: Links): Promise<OrderRecord[]> {
    const rows = await this.#ask('raw', 'orders', (dialect, parameters) =>
      linkedSql(links, 'conversation_id', dialect, parameters),
    );
    return rows.map(([raw]) => toOrderRecord(JSON.parse(String(raw)) as Order));
  }

  async ordersById(ids: readonly string[]): Promise<OrderRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.#ask('raw', 'orders', (dialect, parameters) =>
      dialect.isOneOf('id', parameters.texts(ids)),
    );
    return rows.map(([raw]) => toOrderRecord(JSON.parse(String(raw)) as Order));
  }

  /** Conversations that may earn the linked orders, with what they earned so far. */
  async touching(links: Links): Promise<TouchingRow[]> {
    const rows = await this.#ask(
      'raw, item_at, item_value, item_order, item_product, item_from, item_until',
      'conversations',
      (dialect, parameters) => all(['has_touches', linkedSql(links, 'id', dialect, parameters)]),
    );
    return rows.map(([raw, at, value, order, product, from, until]) => {
      const record = toConversationRecord(JSON.parse(String(raw)) as Conversation);
      const items = listOf(at).map((_, index) => ({
        conversation: record.id,
        at: Number(listOf(at)[index]),
        value: Number(listOf(value)[index]),
        order: String(listOf(order)[index]),
        product: String(listOf(product)[index]),
        from: Number(listOf(from)[index]),
        until: Number(listOf(until)[index]),
      }));
      return { record, items };
    });
  }

  /** Some records whose derived columns were made with other settings. */
  async outdated(fingerprint: string, most: number): Promise<Conversation[]> {
    const rows = await this.#ask(
      'raw',
      'conversations',
      (_, parameters) => `fingerprint <> ${parameters.text(fingerprint)}`,
      ` LIMIT ${most}`,
    );
    return rows.map(([raw]) => JSON.parse(String(raw)) as Conversation);
  }

  /** As `outdated`, of records beside conversations. */
  async outdatedRecords(fingerprint: string, most: number): Promise<Stored[]> {
    const rows = await this.#ask(
      'fact, key, raw',
      'records',
      (_, parameters) => `fingerprint <> ${parameters.text(fingerprint)}`,
      ` LIMIT ${most}`,
    );
    return rows.map(toStoredRecord);
  }

  /** Records beside conversations, by their ids. */
  async records(ids: readonly string[]): Promise<Stored[]> {
    if (ids.length === 0) return [];
    return (
      await this.#ask('fact, key, raw', 'records', (dialect, parameters) =>
        dialect.isOneOf('id', parameters.texts(ids)),
      )
    ).map(toStoredRecord);
  }

  /** Records of these facts that have one of the links. */
  async linked(facts: readonly string[], links: readonly string[]): Promise<Stored[]> {
    if (links.length === 0) return [];
    const { dialect } = this.#reader;
    const parameters = new Parameters(dialect);
    const mine = `tenant = ${parameters.text(this.#tenant)}`;
    const found = `SELECT fact, key, raw, ${dialect.each('links')} AS link FROM ${dialect.table('records')} WHERE ${all([mine, dialect.isOneOf('fact', parameters.texts(facts))])}`;
    const rows = await this.#reader.query(
      parameters.statement(
        `SELECT DISTINCT fact, key, raw FROM (${found}) AS linked WHERE ${dialect.isOneOf('link', parameters.texts(links))}`,
      ),
    );
    return rows.map(toStoredRecord);
  }

  /** Which of these rows are there. */
  async ids(table: RowTable, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    return (await this.#ask('id', table, (dialect, parameters) => dialect.isOneOf('id', parameters.texts(ids)))).map(
      ([id]) => String(id),
    );
  }

  /** The tenant's own row. */
  async tenant(): Promise<{ version: number; fields: string; given: string[] } | undefined> {
    const [row] = await this.#ask('version, fields, given', 'tenants', () => '1 = 1');
    return row && { version: Number(row[0]), fields: String(row[1]), given: listOf(row[2]).map(String) };
  }

  /** Imports of files of that name that refused something. */
  async marksNamed(name: string): Promise<{ id: string; version: number; records: number; is_done: boolean }[]> {
    const rows = await this.#ask(
      'id, version, records, is_done',
      'imports',
      (_, parameters) => `name = ${parameters.text(name)} AND refused > 0`,
    );
    return rows.map(([id, version, records, isDone]) => ({
      id: id as string,
      version: Number(version),
      records: Number(records),
      is_done: Boolean(isDone),
    }));
  }

  async #ask(
    select: string,
    table: RowTable,
    where: (dialect: Dialect, parameters: Parameters) => Sql,
    rest = '',
  ): Promise<ResultRow[]> {
    const { dialect } = this.#reader;
    const parameters = new Parameters(dialect);
    const mine = `tenant = ${parameters.text(this.#tenant)}`;
    const condition = all([mine, where(dialect, parameters)]);
    return this.#reader.query(
      parameters.statement(`SELECT ${select} FROM ${dialect.table(table)} WHERE ${condition}${rest}`),
    );
  }
}

const toStoredRecord = ([fact, key, raw]: ResultRow): Stored => ({
  fact: fact as StoredFact,
  key: String(key),
  raw: JSON.parse(String(raw)) as object,
});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function linkedSql(
  { profiles, conversations }: Links,
  conversation: string,
  dialect: Dialect,
  parameters: Parameters,
): Sql {
  return `${dialect.isOneOf('profile_id', parameters.texts([...profiles]))} OR ${dialect.isOneOf(conversation, parameters.texts([...conversations]))}`;
}
