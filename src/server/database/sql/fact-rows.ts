/** The rows of a fact, as they exist at now, as a subquery that has just the columns that are read. */
import type { Span } from '../../../core/answer/engine.js';
import {
  type ColumnKind,
  CONVERSATION_TABLES,
  type FactSchema,
  TABLES,
  isRecordTable,
  suppliedFactOf,
} from '../../../core/tables/all-tables.js';
import { launchOf } from '../../../core/tables/record-store.js';
import { EVENT_LISTS, type ListTable, derivedColumnName } from '../row/layout.js';
import { all, TRUE } from './conditions.js';
import { conversationColumn, declaredSql, isConversationSql } from './conversation-columns.js';
import type { Dialect, Sql, SqlColumn } from './dialect.js';
import type { Parameters, SqlQuestion } from './question.js';

type Lists = Readonly<Record<string, readonly [list: string, kind: ColumnKind]>>;

interface ChildFact {
  lists: Lists;
  /** Which entries are rows at now. */
  exists: (read: (name: string) => Sql, now: Sql, lengthOf: (list: Sql) => Sql) => Sql;
  /** Whether its times lie between the first and the last event of the conversation. */
  isEvent: boolean;
}

const byTime: ChildFact['exists'] = (read, now) => `${read('at')} <= ${now}`;

function listsOf(table: ListTable): Lists {
  const { columns }: FactSchema = CONVERSATION_TABLES[table];
  return Object.fromEntries(
    Object.entries(EVENT_LISTS[table]).map(([name, list]) => [name, [list, columns[name]!.kind]] as const),
  );
}

const eventTable = (table: ListTable): ChildFact => ({ lists: listsOf(table), exists: byTime, isEvent: true });

const isSeen: ChildFact['exists'] = (read, now) => `${read('!from')} <= ${now} AND ${read('!until')} > ${now}`;

const CHILD_FACTS: Readonly<Record<string, ChildFact>> = {
  messages: eventTable('messages'),
  skillUses: {
    ...eventTable('messages'),
    exists: (read, now, lengthOf) =>
      `${byTime(read, now, lengthOf)} AND ${read('from')} = 'agent' AND ${lengthOf(read('skill'))} > 0`,
  },
  answeredRuns: eventTable('answeredRuns'),
  clicks: eventTable('clicks'),
  cartAdds: eventTable('cartAdds'),
  ratings: eventTable('ratings'),
  attributedItems: {
    lists: { ...listsOf('attributedItems'), '!from': ['item_from', 'time'], '!until': ['item_until', 'time'] },
    exists: isSeen,
    isEvent: false,
  },
};

/** Rows of records beside conversations are seen from one `now` to another. */
function recordChild(fact: string): ChildFact {
  const columns = Object.entries(TABLES[fact]!.columns).map(
    ([name, { kind }]) => [name, [derivedColumnName(name), kind]] as const,
  );
  return {
    lists: { ...Object.fromEntries(columns), '!from': ['seen_from', 'time'], '!until': ['seen_until', 'time'] },
    isEvent: false,
    exists: isSeen,
  };
}

export class FactRows {
  /** Of the statement that the rows are part of. */
  readonly parameters: Parameters;
  readonly #question: SqlQuestion;
  readonly #fact: string;
  readonly #child: ChildFact | undefined;
  readonly #columns = new Map<string, { sql: Sql; as: string; kind: ColumnKind }>();
  readonly #lists = new Map<string, { sql: Sql; as: string; kind: ColumnKind }>();
  #span: Span | undefined;

  constructor(fact: string, question: SqlQuestion, parameters: Parameters) {
    this.#fact = fact;
    this.#child = isRecordTable(fact)
      ? recordChild(fact)
      : Object.hasOwn(CHILD_FACTS, fact)
        ? CHILD_FACTS[fact]
        : undefined;
    this.#question = question;
    this.parameters = parameters;
  }

  /** Rows of another fact, in the same statement. */
  another(fact: string): FactRows {
    return new FactRows(fact, this.#question, this.parameters);
  }

  get dialect(): Dialect {
    return this.#question.dialect;
  }

  /** A column of the fact, or of the conversation that it belongs to. */
  readonly read = (name: string): SqlColumn => {
    const list = this.#child && Object.hasOwn(this.#child.lists, name) ? this.#child.lists[name] : undefined;
    const known = this.#lists.get(name) ?? this.#columns.get(name);
    if (known) return this.#asColumn(known);
    if (list) {
      const column = { sql: list[0], as: `l${this.#lists.size}`, kind: list[1] };
      this.#lists.set(name, column);
      return this.#asColumn(column);
    }
    const { sql, kind } = isRecordTable(this.#fact)
      ? this.#declared(name)
      : conversationColumn(name, this.#question, this.parameters);
    return this.readRow(name, sql, kind);
  };

  #declared(name: string): SqlColumn {
    const declared = declaredSql(name, this.#question.columns[suppliedFactOf(TABLES[this.#fact]!)]);
    if (declared) return declared;
    throw new RangeError(`Unknown column "${name}" of ${this.#fact}.`);
  }

  #asColumn({ as, kind }: { as: string; kind: ColumnKind }): SqlColumn {
    // A list holds flags that may be unknown as numbers.
    return isRecordTable(this.#fact) && kind === 'flag'
      ? { sql: `(${as} = 1)`, kind, isNullable: true }
      : { sql: as, kind };
  }

  /** SQL over the row as one more column. */
  readRow(name: string, sql: Sql, kind: ColumnKind): SqlColumn {
    const column = this.#columns.get(name) ?? { sql, as: `c${this.#columns.size}`, kind };
    this.#columns.set(name, column);
    return { sql: column.as, kind };
  }

  /** Only rows whose clock lies within. */
  within(clock: string, { start, end }: Span): Sql {
    const { sql } = this.read(clock);
    this.#span = { start, end };
    return `${sql} >= ${this.parameters.int(start)} AND ${sql} < ${this.parameters.int(end)}`;
  }

  /** The rows, in brackets; to be asked for when all columns have been read. */
  toSql(): Sql {
    const { dialect, now, tenant, live } = this.#question;
    const parameters = this.parameters;
    const at = parameters.int(now);
    const isRecords = isRecordTable(this.#fact);
    const from = dialect.table(isRecords ? 'derived' : 'conversations');
    const own = [
      `tenant = ${parameters.text(tenant)}`,
      isRecords ? `fact = ${parameters.text(this.#fact)}` : `started_at <= ${at}`,
    ];
    if (!this.#child) {
      // A cluster sends over what passes here, so the span is told here too.
      if (this.#span)
        own.push(`started_at >= ${parameters.int(this.#span.start)}`, `started_at < ${parameters.int(this.#span.end)}`);
      if (this.#fact === 'conversations') own.push(isConversationSql(this.#question, parameters));
      const columns = [...this.#columns.values()].map(({ sql, as }) => `${sql} AS ${as}`);
      return `(SELECT ${columns.join(', ') || '1'} FROM ${from} WHERE ${all(own)}) AS facts`;
    }
    const launch = launchOf(this.#fact, live);
    const since =
      launch === undefined
        ? TRUE
        : `${this.read(TABLES[this.#fact]!.clocks[0]!).sql} >= ${parameters.int(Math.min(launch, Number.MAX_SAFE_INTEGER))}`;
    const exists = all([this.#child.exists((name) => this.read(name).sql, at, dialect.lengthOf), since]);
    // Most rows lie elsewhere in time, which their bounds tell without unpacking them.
    if (this.#span && this.#child.isEvent)
      own.push(
        `last_event_at >= ${parameters.int(this.#span.start)}`,
        `first_event_at < ${parameters.int(this.#span.end)}`,
      );
    const exploded = dialect.explode({
      columns: [...this.#columns.values()],
      lists: [...this.#lists.values()],
      from,
      where: all(own),
    });
    return `(SELECT * FROM (${exploded}) AS entries WHERE ${exists}) AS facts`;
  }
}
