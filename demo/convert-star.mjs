/**
 * Converts the STAR dialogues (RasaHQ/STAR, MIT) into NDJSON of `Conversation` facts.
 *
 *     node demo/convert-star.mjs INPUT.ndjson.gz OUTPUT.ndjson.gz
 *
 * INPUT holds one original dialogue a line. Beside OUTPUT, `star.about.json` says what was
 * converted, what was left out, and whom to thank. Same input, same bytes.
 *
 * | fact | from |
 * |---|---|
 * | `id` | `star-` and the DialogueID |
 * | `messages` | `utter` and `pick_suggestion` of User (visitor) and Wizard (agent). `request_suggestions` is a draft the visitor never saw, UserGuide events are instructions to the visitor: both are left out |
 * | `startedAt` | the first message, not the first event: instructions come before anybody wrote |
 * | `tag` | the first domain of the scenario, absent where the scenario names none |
 * | `skill` | on an agent message: the services (APIName) the assistant called since its previous message, so "what it did to write this one" |
 * | `missed` | the assistant chose the reply `out_of_scope`: "I am sorry, I don't quite understand what you mean" |
 * | `closedAt`, `closedBy` | the visitor pressed "complete" (CompletionLevel Complete) or left in the questionnaire after it: dated by the dialogue's last event, closed by the visitor. Other dialogues were abandoned and have neither: 48 h of silence decide |
 * | `rating` | "Did the assistant stay calm and helpful?": yes is 5, no is 1, dated by the dialogue's last event |
 * | `goals` | the first question about the task ("Did the assistant reserve your hotel?"): yes is `task-done`, no is an empty list, not asked is no key |
 * | `visitorId` | AnonymizedUserWorkerID, the pseudonym of the person who wrote |
 *
 * STAR has no channel, revenue, clicks or handoffs: these keys are absent, none is made up.
 * A dialogue without a sent message is left out and counted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gzipSteadily } from './data/gzip-steadily.mjs';

const sentActions = new Set(['utter', 'pick_suggestion']);
const senders = new Map([
  ['User', 'visitor'],
  ['Wizard', 'agent'],
]);
const endedByVisitor = new Set(['Complete', 'DisconnectDuringQuestionnaire']);

/** Seconds since 1970 as ISO 8601 without the idle `.000`. */
const toInstant = (unixSeconds) => new Date(unixSeconds * 1000).toISOString().replace('.000Z', 'Z');

const isSent = ({ Action, Agent }) => sentActions.has(Action) && senders.has(Agent);

/** A list with one entry is said as that entry. */
const toSkill = (names) => (names.length === 1 ? names[0] : names);

/** One sent event as a message; `called` are the services called for it. */
function toMessage(event, called) {
  const message = { at: toInstant(event.UnixTime), from: senders.get(event.Agent), text: event.Text };
  if (called.length > 0) message.skill = toSkill(called);
  if (event.ActionLabel === 'out_of_scope') message.missed = true;
  return message;
}

/** The sent messages in their order. */
function toMessages(events) {
  const messages = [];
  let called = new Set();
  for (const event of events) {
    if (event.Action === 'query') called.add(event.APIName);
    if (!isSent(event)) continue;
    const byAgent = event.Agent === 'Wizard';
    messages.push(toMessage(event, byAgent ? [...called] : []));
    if (byAgent) called = new Set();
  }
  return messages;
}

const isAboutManner = ({ Question }) => Question.includes('calm and helpful');
const isAboutTask = (answer) => !isAboutManner(answer) && !answer.Question.includes('enjoy');

/** Answers of the questionnaire, each only where it was asked. */
function toVerdict(answers, at) {
  const manner = answers.find(isAboutManner);
  const task = answers.find(isAboutTask);
  return {
    ...(task && { goals: task.Answer ? ['task-done'] : [] }),
    ...(manner && { rating: { value: manner.Answer ? 5 : 1, at } }),
  };
}

/** When the last event happened; answers of the knowledge base carry no time. */
const toLastInstant = (events) => toInstant(Math.max(...events.map(({ UnixTime }) => UnixTime ?? 0)));

/** A dialogue as a `Conversation`, or `null` when nobody wrote. */
function toConversation(dialogue) {
  const messages = toMessages(dialogue.Events);
  if (messages.length === 0) return null;
  const lastAt = toLastInstant(dialogue.Events);
  const tag = dialogue.Scenario.Domains[0];
  return {
    id: `star-${dialogue.DialogueID}`,
    startedAt: messages[0].at,
    visitorId: dialogue.AnonymizedUserWorkerID,
    ...(tag && { tag }),
    messages,
    ...(endedByVisitor.has(dialogue.CompletionLevel) && { closedAt: lastAt, closedBy: 'visitor' }),
    ...toVerdict(dialogue.UserQuestionnaire ?? [], lastAt),
  };
}

/** How often each value occurs, by value. */
function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What `star.about.json` says. */
function describe(dialogues, conversations) {
  const messages = conversations.flatMap((conversation) => conversation.messages);
  const instants = messages.map(({ at }) => at).sort();
  return {
    name: 'STAR: schema-guided task-oriented dialogues',
    credit:
      'Rasa Technologies GmbH: Mosig, Mehri, Kober, "STAR: A Schema-Guided Dialog Dataset for Transfer Learning" (2020)',
    origin: 'https://github.com/RasaHQ/STAR, commit 3058975',
    licence: 'MIT, see STAR-LICENSE.txt',
    dialogues: dialogues.length,
    converted: conversations.length,
    leftOut: dialogues.length - conversations.length,
    leftOutBecause: 'no message was sent',
    messages: messages.length,
    messagesFrom: countBy(messages.map(({ from }) => from)),
    messagesWithSkill: messages.filter(({ skill }) => skill).length,
    missed: messages.filter(({ missed }) => missed).length,
    closedByVisitor: conversations.filter(({ closedAt }) => closedAt).length,
    rated: countBy(conversations.filter(({ rating }) => rating).map(({ rating }) => rating.value)),
    tags: countBy(conversations.map(({ tag }) => tag ?? '')),
    first: instants[0],
    last: instants.at(-1),
  };
}

function parseLines(path) {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
}

function run([input, output]) {
  if (!input || !output)
    throw new TypeError('Name two files: node demo/convert-star.mjs INPUT.ndjson.gz OUTPUT.ndjson.gz');
  const dialogues = parseLines(input);
  const conversations = dialogues.map(toConversation).filter((conversation) => conversation !== null);
  const about = describe(dialogues, conversations);
  writeFileSync(
    output,
    gzipSteadily(conversations.map((conversation) => `${JSON.stringify(conversation)}\n`).join('')),
  );
  writeFileSync(join(dirname(output), 'star.about.json'), `${JSON.stringify(about, null, 2)}\n`);
  console.log(JSON.stringify(about, null, 2));
}

run(process.argv.slice(2));
