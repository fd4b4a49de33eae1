/**
 * Converts recorded runs of an AI agent (tau-bench by Sierra, MIT) into conversations. The agent is real, its customers were played by a
 * language model, and the runs have no times: those are made up here from a fixed seed.
 *
 *     node demo/convert-tau-bench.mjs INPUT.ndjson.gz OUTPUT.ndjson.gz
 *
 * INPUT holds one run a line. Same input, same bytes.
 *
 * | fact | from |
 * |---|---|
 * | `id` | the task and its trial |
 * | `startedAt`, every `at` | made up: four weeks of office days, some seconds a message |
 * | `messages` | what user (visitor) and assistant (agent) wrote; calls of tools are no messages |
 * | `skill` | the tools that the agent called since its previous message |
 * | `handoffs` | the agent called `transfer_to_human_agents`: a ticket |
 * | `closedAt` | the customer ended the run |
 * | `goals` | the run was scored as solved: `task-solved` |
 * | `tag` | what the customer's task asked for last |
 * | `profile` | the customer's fictional id |
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { gzipSteadily } from './data/gzip-steadily.mjs';
import { createChance } from './data/made-up/chance.mjs';

const seed = 20240515;
const endMs = Date.parse('2024-05-15T19:00:00Z');
const dayMs = 86_400_000;
const days = 28;
const hours = [
  [8, 5],
  [9, 9],
  [10, 12],
  [11, 11],
  [12, 8],
  [13, 9],
  [14, 10],
  [15, 10],
  [16, 8],
  [17, 6],
  [18, 5],
  [20, 4],
];
const STOP = '###STOP###';
const TRANSFER = 'transfer_to_human_agents';
const notSkills = new Set([TRANSFER, 'think', 'calculate']);
const tags = new Map([
  ['book_reservation', 'booking'],
  ['cancel_reservation', 'cancelling'],
  ['update_reservation_flights', 'changing flights'],
  ['update_reservation_baggages', 'baggage'],
  ['update_reservation_passengers', 'passengers'],
  ['send_certificate', 'compensation'],
]);

const toInstant = (ms) => new Date(ms).toISOString().replace('.000Z', 'Z');

/** Some seconds for the agent, more for somebody who reads and types. */
const drawPause = (chance, role, text) =>
  (role === 'assistant' ? chance.whole(3, 14) : chance.whole(15, 40) + Math.round(text.length / 6)) * 1000;

function toMessages(chance, startMs, traj) {
  let ms = startMs;
  let called = [];
  const told = { messages: [], handoffs: [], closedMs: undefined };
  for (const { role, content, tool_calls: calls = [] } of traj) {
    const names = (calls ?? []).map(({ function: { name } }) => name);
    called.push(...names.filter((name) => !notSkills.has(name)));
    if (names.includes(TRANSFER)) told.handoffs.push({ at: toInstant(ms + 1000), by: 'ticket' });
    if (role === 'tool' || !content) continue;
    ms += drawPause(chance, role, content);
    if (content.includes(STOP)) told.closedMs = ms;
    const text = content.replace(STOP, '').trim();
    if (!text) continue;
    const skills = [...new Set(called)];
    told.messages.push({
      at: toInstant(ms),
      from: role === 'user' ? 'visitor' : 'agent',
      text,
      ...(role === 'assistant' && skills.length > 0 && { skill: skills }),
    });
    if (role === 'assistant') called = [];
  }
  return told;
}

function toConversation(chance, { task_id: task, trial, reward, info, traj }, startMs) {
  const { messages, handoffs, closedMs } = toMessages(chance, startMs, traj);
  const asked = info.task.actions.findLast(({ name }) => tags.has(name));
  return {
    id: `tau-${task}-${trial ?? 0}`,
    startedAt: messages[0].at,
    tag: asked ? tags.get(asked.name) : 'question',
    profile: { id: info.task.user_id },
    messages,
    ...(handoffs.length > 0 && { handoffs }),
    ...(closedMs && { closedAt: toInstant(closedMs), closedBy: 'visitor' }),
    goals: reward === 1 ? ['task-solved'] : [],
  };
}

function drawStart(chance) {
  const ms =
    endMs -
    (endMs % dayMs) -
    chance.whole(0, days - 1) * dayMs +
    (chance.weighted(hours) + 4) * 3_600_000 +
    chance.whole(0, 3599) * 1000;
  const isQuiet = [0, 6].includes(new Date(ms).getUTCDay()) && chance.happens(0.5);
  return isQuiet || ms > endMs - 3_600_000 ? drawStart(chance) : ms;
}

function run([input, output]) {
  if (!input || !output)
    throw new TypeError('Name two files: node demo/convert-tau-bench.mjs INPUT.ndjson.gz OUTPUT.ndjson.gz');
  const chance = createChance(seed);
  const runs = gunzipSync(readFileSync(input))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const conversations = runs
    .map((one) => toConversation(chance, one, drawStart(chance)))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  writeFileSync(output, gzipSteadily(conversations.map((one) => `${JSON.stringify(one)}\n`).join('')));
  console.log(
    `${conversations.length} conversations, ${conversations.filter(({ handoffs }) => handoffs).length} handed off, ${conversations.filter(({ goals }) => goals.length > 0).length} solved`,
  );
}

run(process.argv.slice(2));
