/** Reads the original STAR dialogues into the same tables, in SQL: a second opinion on `demo/convert-star.mjs`. */
import { macros, orderFields, quote, toStruct, toTables } from './load-facts.mjs';

const eventType =
  'STRUCT("Agent" VARCHAR, "Action" VARCHAR, "ActionLabel" VARCHAR, "APIName" VARCHAR, "UnixTime" BIGINT)[]';
const columns = `{'DialogueID': 'BIGINT', 'CompletionLevel': 'VARCHAR', 'AnonymizedUserWorkerID': 'VARCHAR',
  'Scenario': 'STRUCT("Domains" VARCHAR[])', 'Events': '${eventType}', 'UserQuestionnaire': 'STRUCT("Question" VARCHAR, "Answer" BOOLEAN)[]'}`;

const read = (path) => `
  CREATE TABLE dialogue AS SELECT 'star-' || "DialogueID" AS id, * FROM read_json(${quote(path)}, format='newline_delimited', columns=${columns});
  CREATE TABLE event AS SELECT id, place, e.* FROM (SELECT id, unnest("Events") AS e, generate_subscripts("Events", 1) AS place FROM dialogue);
  CREATE TABLE sent AS SELECT *, max(CASE WHEN "Agent" = 'Wizard' THEN place END)
      OVER (PARTITION BY id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS previous_own
    FROM event WHERE "Action" IN ('utter', 'pick_suggestion') AND "Agent" IN ('User', 'Wizard');`;

const shape = `
  CREATE TABLE called AS SELECT s.id, s.place, list(DISTINCT q."APIName") AS skills FROM sent s JOIN event q
    ON q.id = s.id AND q."Action" = 'query' AND q.place < s.place AND q.place > coalesce(s.previous_own, 0)
    WHERE s."Agent" = 'Wizard' GROUP BY ALL;
  CREATE TABLE last_event AS SELECT id, max("UnixTime") AS last FROM event GROUP BY id;
  CREATE TABLE shaped AS SELECT s.id, min(s."UnixTime") AS started,
    list({'at': (s."UnixTime" * 1000)::VARCHAR, 'from': CASE s."Agent" WHEN 'User' THEN 'visitor' ELSE 'agent' END,
      'skill': to_json(c.skills), 'missed': CASE WHEN s."ActionLabel" = 'out_of_scope' THEN true END, 'welcome': NULL::BOOLEAN} ORDER BY s.place) AS messages
    FROM sent s LEFT JOIN called c ON c.id = s.id AND c.place = s.place GROUP BY s.id;
  CREATE TABLE manner AS SELECT id, list_filter("UserQuestionnaire", lambda q: q."Question" LIKE '%calm and helpful%')[1]."Answer" AS calm,
    list_filter("UserQuestionnaire", lambda q: q."Question" NOT LIKE '%calm and helpful%' AND q."Question" NOT LIKE '%enjoy%')[1]."Answer" AS done FROM dialogue;
  CREATE TABLE raw_conversation AS SELECT d.id, (x.started * 1000)::VARCHAR AS "startedAt", NULL::VARCHAR AS channel, d."Scenario"."Domains"[1] AS tag,
    NULL::VARCHAR AS region, NULL::VARCHAR AS language, NULL::VARCHAR AS segment, NULL::VARCHAR AS assignee, NULL::VARCHAR AS page,
    d."AnonymizedUserWorkerID" AS "visitorId", NULL::JSON AS profile, NULL::VARCHAR AS "status",
    CASE WHEN d."CompletionLevel" IN ('Complete', 'DisconnectDuringQuestionnaire') THEN (l.last * 1000)::VARCHAR END AS "closedAt",
    CASE m.done WHEN true THEN ['task-done'] WHEN false THEN []::VARCHAR[] END AS goals,
    CASE WHEN m.calm IS NOT NULL THEN {'value': CASE WHEN m.calm THEN 5 ELSE 1 END, 'at': (l.last * 1000)::VARCHAR} END AS rating,
    x.messages, NULL::STRUCT("at" VARCHAR, "by" VARCHAR, accepted BOOLEAN)[] AS handoffs,
    NULL::STRUCT("at" VARCHAR, "productId" VARCHAR)[] AS clicks, NULL::STRUCT("at" VARCHAR, quantity BIGINT)[] AS "cartAdds"
    FROM dialogue d JOIN shaped x USING (id) JOIN last_event l USING (id) JOIN manner m USING (id);
  CREATE TABLE raw_order AS SELECT NULL::${toStruct(orderFields)} AS o WHERE false;
  CREATE TABLE raw_live AS SELECT NULL::JSON AS live, false AS has_orders;`;

/** Statements that read the original file at `path`. */
export const toRawLoadStatements = (path) => macros + read(path) + shape + toTables;
