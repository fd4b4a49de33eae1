/** What is known at one instant: tables of facts up to `now`, with each conversation's status as of then. */

const hourMs = 3_600_000;

/** Facts that have happened. */
const happened = (now) => `
  CREATE OR REPLACE TABLE n_message AS SELECT m.* FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.at_ms <= ${now} AND c.started <= ${now};
  CREATE OR REPLACE TABLE n_handoff AS SELECT * FROM handoff WHERE at_ms <= ${now} AND (by_what <> 'ticket' OR accepted IS DISTINCT FROM false);
  CREATE OR REPLACE TABLE n_last AS SELECT conversation_id, arg_max(sender, (at_ms, place)) AS sender, max(at_ms) AS at_ms FROM n_message GROUP BY ALL;
  CREATE OR REPLACE TABLE n_count AS SELECT conversation_id, count(*) FILTER (sender = 'visitor') AS visitors,
    count(*) FILTER (sender IN ('visitor', 'agent')) AS both_sides, count(*) FILTER (sender = 'human') AS humans,
    list_distinct(flatten(list(skills))) AS skills FROM n_message GROUP BY ALL;
  CREATE OR REPLACE TABLE n_gave_up AS SELECT conversation_id, bool_or(by_what = 'ticket') AS ticket, bool_or(by_what = 'message') AS message FROM n_handoff GROUP BY ALL;`;

/** An item belongs to the latest click on its product by its buyer within the window of the click's channel. */
const attributed = (now) => `
  CREATE OR REPLACE TABLE n_item AS SELECT b.order_id, b.place, any_value(b.at_ms) AS at_ms, any_value(b.amount) AS amount,
    arg_max(k.conversation_id, (k.at_ms, k.conversation_id, k.place)) AS conversation_id
    FROM bought b JOIN click k ON k.product = b.product AND k.at_ms <= b.at_ms JOIN conversation c ON c.id = k.conversation_id
    WHERE b.at_ms <= ${now} AND c.started <= ${now} AND (b.cancelled IS NULL OR b.cancelled > ${now})
      AND (b.profile_id = c.profile_id OR b.conversation_id = c.id)
      AND b.at_ms - k.at_ms <= CASE WHEN c.channel = 'sms' THEN ${120 * hourMs} ELSE ${24 * hourMs} END
    GROUP BY b.order_id, b.place;`;

const isClosed = 'c.closed <= $now AND (l.at_ms IS NULL OR l.at_ms <= c.closed)';
const isSilent = `l.at_ms + ${48 * hourMs} <= $now`;

/** Conversations with all that is derived from their messages and handoffs. */
const conversations = (now) =>
  `
  CREATE OR REPLACE TABLE n_derived AS SELECT c.*, l.sender AS last_sender, coalesce(g.ticket, false) OR coalesce(k.humans, 0) > 0 AS taken_over,
    coalesce(g.message, false) AS gave_up, coalesce(k.visitors, 0) AS visitors, coalesce(k.both_sides, 0) AS both_sides,
    coalesce((${isClosed}) OR (${isSilent}), false) AS is_over, k.skills AS own_skills
    FROM conversation c LEFT JOIN n_last l ON l.conversation_id = c.id LEFT JOIN n_count k ON k.conversation_id = c.id
    LEFT JOIN n_gave_up g ON g.conversation_id = c.id WHERE c.started <= ${now};
  CREATE OR REPLACE TABLE n_conversation AS SELECT d.*, (NOT has_messages OR visitors > 0) AS counts,
    coalesce(given_status, CASE WHEN taken_over THEN 'routed' WHEN gave_up THEN 'closed' WHEN last_sender = 'agent' AND is_over THEN 'resolved' ELSE 'open' END) AS status,
    NOT taken_over AND NOT gave_up AND is_over AND last_sender = 'visitor' AS abandoned,
    d.id IN (SELECT conversation_id FROM n_item) AS bought_something,
    CASE WHEN len(own_skills) > 0 THEN own_skills ELSE [''] END AS skill,
    CASE WHEN len(goals) > 0 THEN list_distinct(goals) ELSE [''] END AS goal FROM n_derived d;`.replaceAll('$now', now);

/** Each visitor's run of messages with the reply that ended it. */
const runs = `
  CREATE OR REPLACE TABLE n_run AS SELECT conversation_id, at_ms, sender, at_ms - asked AS waited FROM (
    SELECT *, min(CASE WHEN sender = 'visitor' THEN at_ms END) OVER (PARTITION BY conversation_id, replies_before) AS asked FROM (
      SELECT *, coalesce(count(*) FILTER (sender <> 'visitor') OVER (PARTITION BY conversation_id ORDER BY at_ms, place
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS replies_before FROM n_message))
    WHERE sender <> 'visitor' AND asked IS NOT NULL;`;

/** Facts with their clock (`at`) and conversation; `own_skill` only where it differs from the conversation's. */
const facts = (now) => `
  CREATE OR REPLACE VIEW f_conversation AS SELECT id AS conversation_id, started AS at_ms, NULL::VARCHAR[] AS own_skill FROM n_conversation;
  CREATE OR REPLACE VIEW f_message AS SELECT *, CASE WHEN len(skills) > 0 THEN list_distinct(skills) ELSE [''] END AS own_skill FROM n_message;
  CREATE OR REPLACE VIEW f_run AS SELECT *, NULL::VARCHAR[] AS own_skill FROM n_run;
  CREATE OR REPLACE VIEW f_click AS SELECT *, NULL::VARCHAR[] AS own_skill FROM click WHERE at_ms <= ${now};
  CREATE OR REPLACE VIEW f_cart AS SELECT *, NULL::VARCHAR[] AS own_skill FROM cart_add WHERE at_ms <= ${now};
  CREATE OR REPLACE VIEW f_item AS SELECT *, NULL::VARCHAR[] AS own_skill FROM n_item;
  CREATE OR REPLACE VIEW f_rating AS SELECT id AS conversation_id, rating_at AS at_ms, NULL::VARCHAR[] AS own_skill FROM n_conversation
    WHERE rating_value IS NOT NULL AND rating_at <= ${now};`;

/** Statements that fix what is known at `now`, in milliseconds. */
export const toFreezeStatements = (now) => happened(now) + attributed(now) + conversations(now) + runs + facts(now);
