/** The columns of conversations, as they are at now, in SQL over the row. */
import type { FactColumns } from '../../../core/custom-columns.js';
import { SUPPLIED_TEXTS } from '../../../core/tables/conversation-tables.js';
import { STATE_COLUMNS, customColumnName } from '../row/layout.js';
import { whereSql } from './conditions.js';
import type { Sql, SqlColumn } from './dialect.js';
import type { Parameters, SqlQuestion } from './question.js';

/** Columns of state that metrics read as they are. */
const STATES = [
  ['status', 'text'],
  ['visitorMessages', 'number'],
  ['agentMessages', 'number'],
  ['humanMessages', 'number'],
  ['takenOver', 'flag'],
  ['abandoned', 'flag'],
] as const satisfies readonly (readonly [keyof typeof STATE_COLUMNS, SqlColumn['kind']])[];

/** Throws a `RangeError` for a name that no conversation has. */
export function conversationColumn(name: string, question: SqlQuestion, parameters: Parameters): SqlColumn {
  const read = READERS.get(name);
  if (read) return read(question, parameters);
  const own = declaredSql(name, question.columns.conversations);
  if (own) return own;
  throw new RangeError(`Unknown column "${name}" of conversations.`);
}

type Reader = (question: SqlQuestion, parameters: Parameters) => SqlColumn;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['id', () => ({ sql: 'id', kind: 'text' })],
  ['startedAt', () => ({ sql: 'started_at', kind: 'time' })],
  ['user', () => ({ sql: 'user_id', kind: 'text' })],
  ...SUPPLIED_TEXTS.map((name): [string, Reader] => [name, () => ({ sql: name, kind: 'text' })]),
  ...STATES.map(([name, kind]): [string, Reader] => [
    name,
    (question, parameters) => ({ sql: stateSql(STATE_COLUMNS[name], question, parameters), kind }),
  ]),
  ['outcome', (question, parameters) => ({ sql: outcomeSql(stateSql('status', question, parameters)), kind: 'text' })],
  [
    'skill',
    ({ dialect, isSettled, now }, parameters) => ({
      sql: isSettled ? 'skills' : dialect.upTo('skills', 'skill_from', parameters.int(now)),
      kind: 'texts',
    }),
  ],
  [
    'attributedItems',
    ({ dialect, now }, parameters) => ({
      sql: dialect.countWithin('item_from', 'item_until', parameters.int(now)),
      kind: 'number',
    }),
  ],
  ['goal', (question, parameters) => ({ sql: goalSql(question, parameters), kind: 'texts' })],
]);

/** What the data's owner declared, over the row that keeps it. */
export function declaredSql(name: string, own: FactColumns = {}): SqlColumn | undefined {
  if (!Object.hasOwn(own, name)) return undefined;
  return own[name] === 'text'
    ? { sql: `coalesce(${customColumnName(name)}, '')`, kind: 'text' }
    : { sql: customColumnName(name), kind: 'number' };
}

/** A column of state at now. */
export function stateSql(column: string, { dialect, isSettled, now }: SqlQuestion, parameters: Parameters): Sql {
  if (isSettled) return column;
  const at = parameters.int(now);
  return `CASE WHEN settled_at <= ${at} THEN ${column} ELSE ${dialect.valueAt(`state_${column}`, 'state_from', at)} END`;
}

/** Whether the visitor took part, as far as is known. */
export function isConversationSql(question: SqlQuestion, parameters: Parameters): Sql {
  const visitors = stateSql('visitor_messages', question, parameters);
  return `coalesce(${visitors}, 1) > 0`;
}

/** As `toOutcome`. */
function outcomeSql(status: Sql): Sql {
  return `CASE ${status} WHEN 'routed' THEN 'unresolved' WHEN 'closed' THEN 'unresolved' WHEN 'resolved' THEN 'resolved' ELSE 'open' END`;
}

/** Goals told by a condition are added to those the record names. */
function goalSql(question: SqlQuestion, parameters: Parameters): Sql {
  const {
    dialect,
    settings: { goals },
  } = question;
  if (!goals) return dialect.joined(['goals']);
  const withoutGoals = { ...question, settings: { ...question.settings } };
  delete withoutGoals.settings.goals;
  const read = (name: string) => conversationColumn(name, withoutGoals, parameters);
  const reached = Object.entries(goals).map(([id, where]) =>
    dialect.textIf(whereSql([[where]], read, dialect, parameters), parameters.text(id)),
  );
  return dialect.joined(['goals', ...reached]);
}
