/** Reads supplied facts into plain tables: one row a conversation, message, handoff, click, cart add, bought item. */

const messageType =
  'STRUCT("at" VARCHAR, "from" VARCHAR, "text" VARCHAR, skill JSON, missed BOOLEAN, welcome BOOLEAN)[]';
const handoffType = 'STRUCT("at" VARCHAR, "by" VARCHAR, accepted BOOLEAN)[]';
const clickType = 'STRUCT("at" VARCHAR, "productId" VARCHAR, url VARCHAR)[]';
const cartAddType = 'STRUCT("at" VARCHAR, "productId" VARCHAR, quantity BIGINT)[]';
const ratingType = 'STRUCT("value" BIGINT, "at" VARCHAR)';
const itemType = 'STRUCT("productId" VARCHAR, amount BIGINT)[]';

const conversationFields = [
  ['id', 'VARCHAR'],
  ['startedAt', 'VARCHAR'],
  ['channel', 'VARCHAR'],
  ['tag', 'VARCHAR'],
  ['region', 'VARCHAR'],
  ['language', 'VARCHAR'],
  ['segment', 'VARCHAR'],
  ['assignee', 'VARCHAR'],
  ['page', 'VARCHAR'],
  ['visitorId', 'VARCHAR'],
  ['profile', 'JSON'],
  ['status', 'VARCHAR'],
  ['closedAt', 'VARCHAR'],
  ['goals', 'VARCHAR[]'],
  ['rating', ratingType],
  ['messages', messageType],
  ['handoffs', handoffType],
  ['clicks', clickType],
  ['cartAdds', cartAddType],
];
const orderFields = [
  ['id', 'VARCHAR'],
  ['at', 'VARCHAR'],
  ['profileId', 'VARCHAR'],
  ['conversationId', 'VARCHAR'],
  ['cancelledAt', 'VARCHAR'],
  ['items', itemType],
];

const toStruct = (fields) => `STRUCT(${fields.map(([name, type]) => `"${name}" ${type}`).join(', ')})`;
const toColumns = (fields) => `{${fields.map(([name, type]) => `'${name}': '${type}'`).join(', ')}}`;
const quote = (text) => `'${text.replaceAll("'", "''")}'`;

/** Small functions in SQL: an instant as milliseconds, a text or list as list. */
const macros = `
  CREATE MACRO to_ms(x) AS coalesce(TRY_CAST(x AS BIGINT), epoch_ms(TRY_CAST(x AS TIMESTAMPTZ)));
  CREATE MACRO to_list(x) AS list_concat(json_extract_string(x, '$[*]'), CASE json_type(x) WHEN 'VARCHAR' THEN [x->>'$'] ELSE []::VARCHAR[] END);`;

/** NDJSON: a conversation a line, no other facts. */
const readLines = (path) => `
  CREATE TABLE raw_conversation AS SELECT * FROM read_json(${quote(path)}, format='newline_delimited', columns=${toColumns(conversationFields)});
  CREATE TABLE raw_order AS SELECT NULL::${toStruct(orderFields)} AS o WHERE false;
  CREATE TABLE raw_live AS SELECT NULL::JSON AS live, false AS has_orders;`;

/** One object of facts. */
const readObject = (path) => `
  CREATE TABLE raw_file AS SELECT * FROM read_json(${quote(path)}, format='unstructured', maximum_object_size=268435456,
    columns={'conversations': '${toStruct(conversationFields)}[]', 'orders': '${toStruct(orderFields)}[]', 'live': 'JSON'});
  CREATE TABLE raw_conversation AS SELECT c.* FROM (SELECT unnest(conversations) AS c FROM raw_file);
  CREATE TABLE raw_order AS SELECT unnest(orders) AS o FROM raw_file;
  CREATE TABLE raw_live AS SELECT live, orders IS NOT NULL AS has_orders FROM raw_file;`;

const profileId = `CASE json_type(profile) WHEN 'VARCHAR' THEN profile->>'$' ELSE profile->>'$.id' END`;

const toTables = `
  CREATE TABLE conversation AS SELECT id, to_ms("startedAt") AS started, channel, tag, region, language, segment, assignee, page,
    ${profileId} AS profile_id, coalesce(${profileId}, "visitorId") AS person, "status" AS given_status, to_ms("closedAt") AS closed,
    goals, rating."value" AS rating_value, to_ms(rating."at") AS rating_at, messages IS NOT NULL AS has_messages FROM raw_conversation;
  CREATE TABLE message AS SELECT conversation_id, place, to_ms(m."at") AS at_ms, m."from" AS sender, to_list(m.skill) AS skills,
    coalesce(m.missed, false) AS missed, coalesce(m.welcome, false) AS welcome, m.missed IS NOT NULL AS says_missed
    FROM (SELECT id AS conversation_id, unnest(messages) AS m, generate_subscripts(messages, 1) AS place FROM raw_conversation);
  CREATE TABLE handoff AS SELECT conversation_id, to_ms(h."at") AS at_ms, h."by" AS by_what, h.accepted
    FROM (SELECT id AS conversation_id, unnest(handoffs) AS h FROM raw_conversation);
  CREATE TABLE click AS SELECT conversation_id, place, to_ms(k."at") AS at_ms, k."productId" AS product
    FROM (SELECT id AS conversation_id, unnest(clicks) AS k, generate_subscripts(clicks, 1) AS place FROM raw_conversation);
  CREATE TABLE cart_add AS SELECT conversation_id, to_ms(a."at") AS at_ms, a.quantity
    FROM (SELECT id AS conversation_id, unnest("cartAdds") AS a FROM raw_conversation);
  CREATE TABLE bought AS SELECT order_id, place, at_ms, cancelled, profile_id, conversation_id, i."productId" AS product, i.amount
    FROM (SELECT o.id AS order_id, to_ms(o."at") AS at_ms, to_ms(o."cancelledAt") AS cancelled, o."profileId" AS profile_id,
      o."conversationId" AS conversation_id, unnest(o.items) AS i, generate_subscripts(o.items, 1) AS place FROM raw_order);
  CREATE TABLE supplied AS SELECT
    (SELECT count(*) > 0 FROM raw_conversation WHERE clicks IS NOT NULL) AS clicks,
    (SELECT count(*) > 0 FROM raw_conversation WHERE "cartAdds" IS NOT NULL) AS carts,
    (SELECT count(*) > 0 FROM raw_conversation WHERE handoffs IS NOT NULL OR "status" IS NOT NULL) AS handoffs,
    (SELECT count(*) > 0 FROM conversation WHERE rating_value IS NOT NULL) AS ratings,
    (SELECT count(*) > 0 FROM conversation WHERE goals IS NOT NULL) AS goals,
    (SELECT count(*) > 0 FROM message WHERE len(skills) > 0) AS skills,
    (SELECT count(*) > 0 FROM message WHERE says_missed) AS missed,
    (SELECT bool_or(has_orders) FROM raw_live) AS orders;`;

/** Statements that read the file at `path`, by its name lines (`.ndjson`) or one object. */
export function toLoadStatements(path) {
  return macros + (path.includes('.ndjson') ? readLines(path) : readObject(path)) + toTables;
}

export { macros, quote, toTables, toStruct, orderFields };
