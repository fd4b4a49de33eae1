/** The columns of conversations, as they are at now, in SQL over the row. */
import type { FactColumns } from '../../../core/own-columns.js';
import { ownColumnName } from '../row/layout.js';
import { whereSql } from './conditions.js';
import type { Sql, SqlColumn } from './dialect.js';
import type { Parameters, SqlQuestion } from './question.js';

const AS_SUPPLIED = ['channel', 'tag', 'region', 'language', 'segment', 'assignee', 'page'];

const COUNTS = new Map([
  ['visitorMessages', 'visitor_messages'],
  ['agentMessages', 'agent_messages'],
  ['humanMessages', 'human_messages'],
]);
const FLAGS = new Map([
  ['takenOver', 'taken_over'],
  ['abandoned', 'abandoned'],
]);

/** Throws a `RangeError` for a name that no conversation has. */
export function conversationColumn(name: string, question: SqlQuestion, parameters: Parameters): SqlColumn {
  const { dialect, columns } = question;
  const now = parameters.int(question.now);
  const count = COUNTS.get(name);
  const flag = FLAGS.get(name);
  if (name === 'id') return { sql: 'id', kind: 'text' };
  if (name === 'startedAt') return { sql: 'started_at', kind: 'time' };
  if (name === 'user') return { sql: 'user_id', kind: 'text' };
  if (AS_SUPPLIED.includes(name)) return { sql: name, kind: 'text' };
  if (name === 'status') return { sql: stateSql('status', question, parameters), kind: 'text' };
  if (name === 'outcome') return { sql: outcomeSql(stateSql('status', question, parameters)), kind: 'text' };
  if (count) return { sql: stateSql(count, question, parameters), kind: 'number' };
  if (flag) return { sql: stateSql(flag, question, parameters), kind: 'flag' };
  if (name === 'skill')
    return { sql: question.isSettled ? 'skills' : dialect.upTo('skills', 'skill_from', now), kind: 'texts' };
  if (name === 'attributedItems') return { sql: dialect.countWithin('item_from', 'item_until', now), kind: 'number' };
  if (name === 'goal') return { sql: goalSql(question, parameters), kind: 'texts' };
  const own = declaredSql(name, columns.conversations);
  if (own) return own;
  throw new RangeError(`Unknown column "${name}" of conversations.`);
}

/** What the data's owner declared, over the row that keeps it. */
export function declaredSql(name: string, own: FactColumns = {}): SqlColumn | undefined {
  if (!Object.hasOwn(own, name)) return undefined;
  return own[name] === 'text'
    ? { sql: `coalesce(${ownColumnName(name)}, '')`, kind: 'text' }
    : { sql: ownColumnName(name), kind: 'number' };
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
