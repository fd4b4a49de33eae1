/**
 * Each metric as one SQL aggregate over one fact, written from the catalogue.
 * `f` is the fact's row, `c` its conversation. `empty` is what no rows give.
 * `rows` are the rows that make a group appear; `base` those that rank groups (a ratio: its denominator).
 */
const counted = 'c.counts';
const share = (part, whole) => `(count(*) FILTER (${part}))::DOUBLE / nullif(count(*) FILTER (${whole}), 0)`;
const count = (where) => `(count(*) FILTER (${where}))::DOUBLE`;

const overConversations = (sql, more = {}) => ({ fact: 'conversation', sql, rows: counted, empty: null, ...more });
const shareOfVolume = (part, more) => overConversations(share(`${counted} AND ${part}`, counted), more);
const countOf = (fact, where, more = {}) => ({ fact, sql: count(where), rows: where, empty: 0, ...more });

/** Two and more conversations of one person. */
const returning = `coalesce(len(list_filter(map_values(histogram(c.person) FILTER (${counted} AND c.person IS NOT NULL)), lambda n: n >= 2)), 0)::DOUBLE`;
const people = `(count(DISTINCT c.person) FILTER (${counted}))::DOUBLE`;
const meanWait = (where) => `(sum(f.waited) FILTER (${where}))::DOUBLE / nullif(count(*) FILTER (${where}) * 1000, 0)`;
const waits = (where) => ({ fact: 'run', sql: meanWait(where), rows: where, empty: null });
const quantileWait = (point) => ({
  fact: 'run',
  sql: `quantile_cont(f.waited::DOUBLE, ${point}) / 1000`,
  rows: 'true',
  empty: null,
});

const usesSkill = "f.sender = 'agent' AND len(f.skills) > 0";
const missed = "f.sender = 'agent' AND f.missed";
const hasPerson = `${counted} AND c.person IS NOT NULL`;

export const metricSql = new Map(
  Object.entries({
    'total-volume': { ...countOf('conversation', counted) },
    'ai-resolved': countOf('conversation', `${counted} AND c.status = 'resolved'`),
    'ai-resolved-rate': shareOfVolume("c.status = 'resolved'"),
    'ai-unresolved-rate': shareOfVolume("c.status IN ('routed', 'closed')", { needs: ['handoffs'] }),
    'ai-revenue': {
      fact: 'item',
      sql: 'coalesce(sum(f.amount), 0)::DOUBLE',
      rows: 'true',
      empty: 0,
      needs: ['orders', 'clicks'],
    },
    'ai-order-value': {
      fact: 'item',
      sql: 'sum(f.amount)::DOUBLE / nullif(count(DISTINCT f.order_id), 0)',
      rows: 'true',
      empty: null,
      needs: ['orders', 'clicks'],
    },
    'add-to-cart': {
      fact: 'cart',
      sql: 'coalesce(sum(f.quantity), 0)::DOUBLE',
      rows: 'true',
      empty: 0,
      needs: ['carts'],
    },
    'link-clicks': countOf('click', 'true', { needs: ['clicks'] }),
    'skill-uses': countOf('message', usesSkill, { needs: ['skills'] }),
    'chat-opens': countOf('conversation', 'true'),
    'conversation-length': overConversations(
      `(sum(c.both_sides) FILTER (${counted}))::DOUBLE / nullif(count(*) FILTER (${counted}), 0)`,
    ),
    'interaction-rate': shareOfVolume('c.visitors >= 2'),
    'unique-users': {
      fact: 'conversation',
      sql: people,
      rows: hasPerson,
      empty: 0,
      leftOut: count(`${counted} AND c.person IS NULL`),
    },
    'returning-users': { fact: 'conversation', sql: returning, rows: hasPerson, empty: 0 },
    'conversations-per-user': {
      fact: 'conversation',
      sql: `${count(counted)} / nullif(${people}, 0)`,
      rows: counted,
      empty: null,
    },
    'missed-messages': countOf('message', missed, { needs: ['missed'] }),
    'missed-rate': {
      fact: 'message',
      sql: share(missed, "f.sender = 'visitor'"),
      rows: `(${missed}) OR f.sender = 'visitor'`,
      base: "f.sender = 'visitor'",
      empty: null,
      needs: ['missed'],
    },
    'takeover-rate': shareOfVolume('c.taken_over', { needs: ['handoffs'] }),
    'abandonment-rate': shareOfVolume('c.abandoned', { needs: ['handoffs'] }),
    'purchase-rate': shareOfVolume('c.bought_something', { needs: ['orders', 'clicks'] }),
    'goal-completion-rate': shareOfVolume('len(c.goals) > 0', { needs: ['goals'] }),
    'bot-score': {
      fact: 'rating',
      sql: `(sum(c.rating_value))::DOUBLE / nullif(count(*), 0)`,
      rows: 'true',
      empty: null,
      needs: ['ratings'],
    },
    'bot-satisfaction': {
      fact: 'rating',
      sql: share('c.rating_value >= 4', 'true'),
      rows: 'true',
      empty: null,
      needs: ['ratings'],
    },
    'average-response-time': waits('true'),
    'average-response-time:median': quantileWait(0.5),
    'average-response-time:p90': quantileWait(0.9),
    'bot-response-time': waits("f.sender = 'agent'"),
    'live-response-time': waits("f.sender = 'human'"),
  }),
);
