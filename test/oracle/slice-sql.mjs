/** Buckets, groups and filters in SQL. `l` is the fact's local time, `c` its conversation. */
import { quote } from './load-facts.mjs';

const single = new Map(
  ['channel', 'status', 'tag', 'region', 'language', 'segment', 'assignee', 'page'].map((name) => [
    name,
    `coalesce(c.${name}, '')`,
  ]),
);
single.set('outcome', "CASE WHEN c.status IN ('routed', 'closed') THEN 'unresolved' ELSE c.status END");

const multi = new Map([
  ['skill', 'coalesce(f.own_skill, c.skill)'],
  ['goal', 'c.goal'],
]);

/** Values in the order they are always shown, with or without rows. */
export const fixedGroups = new Map([
  ['status', ['resolved', 'routed', 'closed', 'open']],
  ['outcome', ['resolved', 'unresolved', 'open']],
]);

/** SQL that is true when some record of the data has this dimension. */
export const suppliedSql = (name) =>
  fixedGroups.has(name)
    ? 'true'
    : name === 'skill'
      ? 'bool_or(len(skills) > 0) FROM message'
      : `bool_or(${name === 'goal' ? 'goals' : name} IS NOT NULL) FROM conversation`;

/** A list of the groups a row counts in. */
export function toGroupsSql(name) {
  const list = multi.get(name) ?? (single.has(name) ? `[${single.get(name)}]` : null);
  if (list === null) throw new RangeError(`Unknown dimension "${name}".`);
  return list;
}

/** One condition a filter; a leading `!` means all but these. */
export function toFilterSql(filters = {}) {
  return Object.entries(filters)
    .map(([name, values]) => {
      const isNot = name.startsWith('!');
      const has = `list_has_any(${toGroupsSql(isNot ? name.slice(1) : name)}, [${values.map(quote).join(', ')}]::VARCHAR[])`;
      return ` AND ${isNot ? 'NOT ' : ''}${has}`;
    })
    .join('');
}

const daysBack = (weekStart) => `((isodow(l) - ${weekStart} + 7) % 7)::INTEGER`;
const offsetMinutes = '((epoch_ms(l) - ms) // 60000)';
const sign = `CASE WHEN ${offsetMinutes} < 0 THEN '-' ELSE '+' END`;
const twoDigits = (sql) => `lpad((${sql})::VARCHAR, 2, '0')`;
const offset = `${sign} || ${twoDigits(`abs(${offsetMinutes}) // 60`)} || ':' || ${twoDigits(`abs(${offsetMinutes}) % 60`)}`;

/** The bucket's label from local time `l` and instant `ms`. */
export function toLabelSql(grain, weekStart = 1) {
  const labels = {
    hour: `strftime(l, '%Y-%m-%dT%H:00') || ${offset}`,
    day: "strftime(l, '%Y-%m-%d')",
    week: `strftime(l::DATE - ${daysBack(weekStart)}, '%Y-%m-%d')`,
    month: "strftime(date_trunc('month', l), '%Y-%m-%d')",
    quarter: "strftime(date_trunc('quarter', l), '%Y-%m-%d')",
    year: "strftime(date_trunc('year', l), '%Y-%m-%d')",
    'hour-of-day': "strftime(l, '%H')",
    'day-of-week': 'isodow(l)::VARCHAR',
    'day-of-month': "strftime(l, '%d')",
    'month-of-year': "strftime(l, '%m')",
    'hour-of-week': "isodow(l)::VARCHAR || 'T' || strftime(l, '%H')",
  };
  return labels[grain];
}

const numbers = (first, last, digits) =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(digits, '0'));
const folded = new Map([
  ['hour-of-day', numbers(0, 23, 2)],
  ['day-of-week', numbers(1, 7, 1)],
  ['day-of-month', numbers(1, 31, 2)],
  ['month-of-year', numbers(1, 12, 2)],
  ['hour-of-week', numbers(1, 7, 1).flatMap((day) => numbers(0, 23, 2).map((hour) => `${day}T${hour}`))],
]);

/** All bucket labels of a folded grain, or `undefined`. */
export const toFoldedLabels = (grain) => folded.get(grain);

/** Labels of a calendar grain with the instant each one ends at, in order. */
export function toBucketsSql({ grain, from, to, timeZone, weekStart }) {
  const zone = quote(timeZone);
  const hours = `SELECT epoch_ms(t) AS ms FROM generate_series(timezone(${zone}, TIMESTAMP '${from}'), timezone(${zone}, TIMESTAMP '${to}' + INTERVAL 1 DAY) - INTERVAL 1 HOUR, INTERVAL 1 HOUR) g(t)`;
  const days = `SELECT epoch_ms(timezone(${zone}, d)) AS ms, d AS l FROM generate_series(TIMESTAMP '${from}', TIMESTAMP '${to}', INTERVAL 1 DAY) g(d)`;
  const ticks =
    grain === 'hour' ? `SELECT ms, timezone(${zone}, make_timestamptz(ms * 1000)) AS l FROM (${hours})` : days;
  const end = grain === 'hour' ? 'max(ms) + 3600000' : `epoch_ms(timezone(${zone}, max(l) + INTERVAL 1 DAY))`;
  return `SELECT label, (${end})::DOUBLE AS end_ms FROM (SELECT *, ${toLabelSql(grain, weekStart)} AS label FROM (${ticks})) GROUP BY label ORDER BY min(ms)`;
}
