/** Which conversations stand behind a number, in SQL: those of the rows it counts; of a share, of the rows above the line. */
import { quote } from './load-facts.mjs';
import { metricSql } from './metric-sql.mjs';

/** Rows above the line, where a metric is a share. */
const above = new Map([
  ['ai-resolved-rate', "c.counts AND c.status = 'resolved'"],
  ['ai-unresolved-rate', "c.counts AND c.status IN ('routed', 'closed')"],
  ['takeover-rate', 'c.counts AND c.taken_over'],
  ['abandonment-rate', 'c.counts AND c.abandoned'],
  ['purchase-rate', 'c.counts AND c.bought_something'],
  ['interaction-rate', 'c.counts AND c.visitors >= 2'],
  ['missed-rate', "f.sender = 'agent' AND f.missed"],
  ['bot-satisfaction', 'c.rating_value >= 4'],
]);

/** The fact whose rows lead to conversations, and which of them do. */
export function toContributing(metric) {
  const { fact, rows, needs } = metricSql.get(metric);
  return { fact, where: above.get(metric) ?? rows, needs };
}

const folded = (sql) => `replace(strip_accents(lower(${sql})), 'ß', 'ss')`;

/** Ids of conversations that hold a phrase in a message up to `now`, or in the id or profile. */
export function toSearchSql(phrase, now) {
  const like = `LIKE '%' || ${folded(quote(phrase))} || '%'`;
  const profile = ['name', 'email', 'phone']
    .map((field) => `${folded(`coalesce(profile->>'$.${field}', '')`)} ${like}`)
    .join(' OR ');
  return `SELECT id FROM raw_conversation WHERE ${folded('id')} ${like} OR (json_type(profile) = 'OBJECT' AND (${profile}))
    UNION SELECT id FROM (SELECT id, unnest(messages) AS m FROM raw_conversation) WHERE to_ms(m."at") <= ${now} AND ${folded('m."text"')} ${like}`;
}

/** Half open instants that narrow a list to a bar. */
export function toInstantsSql({ fromInstant, toInstant }) {
  return [
    ...(fromInstant ? [`ms >= ${Date.parse(fromInstant)}`] : []),
    ...(toInstant ? [`ms < ${Date.parse(toInstant)}`] : []),
  ]
    .map((one) => ` AND ${one}`)
    .join('');
}
