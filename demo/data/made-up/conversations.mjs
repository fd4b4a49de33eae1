/** Conversations as facts: who wrote when, about what, and what they thought of it. */
import { drawStarts, endMs, minuteMs, secondMs, toInstant } from './calendar.mjs';
import { createPeople } from './people.mjs';
import { tellStory } from './story.mjs';
import { orderTopics } from './topics-orders.mjs';
import { shopTopics } from './topics-shop.mjs';

const topics = [...orderTopics, ...shopTopics].map((topic) => [topic, topic.weight]);
const channels = [['web-chat', 56], ['whatsapp', 17], ['sms', 12], ['email', 15]];
const phoneChannels = [['web-chat', 30], ['whatsapp', 40], ['sms', 26], ['email', 4]];

/** Ratings by ending, from 5 down to 1. */
const happy = [[5, 58], [4, 27], [3, 9], [2, 3], [1, 3]];
const sad = [[5, 8], [4, 15], [3, 25], [2, 24], [1, 28]];
const happyEndings = new Set(['closed', 'silent', 'later']);
const comments = new Map([
  [5, ['Quick and friendly.', 'Exactly what I needed.', 'Super schnell!']], [4, ['Good, thanks.', 'Helpful.']],
  [3, ['It was all right.']], [2, ['Took too long.', 'I had to ask twice.']], [1, ['Did not help at all.', 'I wanted a person.']],
]);

const isPast = ({ at }) => Date.parse(at) <= endMs;

/** A rating some minutes after the last message, or none. */
function drawRating(chance, { ending, thread }) {
  if (ending === 'opened' || !chance.happens(0.3)) return undefined;
  const value = chance.weighted(happyEndings.has(ending) ? happy : sad);
  const rating = { value, at: toInstant(thread.nowMs + chance.whole(1, 20) * minuteMs + chance.whole(0, 59) * secondMs) };
  if (chance.happens(0.25)) rating.comment = chance.pick(comments.get(value));
  return isPast(rating) ? rating : undefined;
}

/** The goals that were reached. */
function drawGoals(chance, { ending, thread }) {
  const reached = happyEndings.has(ending) && thread.topic.goal && chance.happens(0.7) ? [thread.topic.goal] : [];
  return thread.cartAdds.length > 0 ? [...reached, 'cart-filled'] : reached;
}

/** Lists only where they hold something that happened before the end. */
function toLists(lists) {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.filter(isPast)]).filter(([, list]) => list.length > 0));
}

function toConversation(chance, person, story, { channel, topic, startMs }) {
  const { messages, handoffs, clicks, cartAdds } = story.thread;
  const rating = drawRating(chance, story);
  const goals = drawGoals(chance, story);
  return {
    startedAt: toInstant(startMs), channel, visitorId: person.visitorId,
    ...(person.profile && { profile: person.profile }),
    ...(topic.tag && { tag: topic.tag }),
    region: person.region, language: person.language,
    ...(channel === 'web-chat' && { page: topic.page }),
    ...toLists({ messages, handoffs, clicks, cartAdds }),
    ...(story.closedAt && isPast({ at: story.closedAt }) && { closedAt: story.closedAt, closedBy: 'visitor' }),
    ...(goals.length > 0 && { goals }), ...(rating && { rating }),
  };
}

/** So many conversations, earliest first, at the instants that `draw` gives. */
export function createConversations(chance, count, draw = drawStarts) {
  const people = createPeople(chance, 1100);
  return draw(chance, count).map((startMs, index) => {
    const person = people.draw();
    const scene = { channel: chance.weighted(person.phoneUser ? phoneChannels : channels), topic: chance.weighted(topics), language: person.language, startMs };
    const story = tellStory(chance, scene);
    return { id: `made-up-${String(index + 1).padStart(4, '0')}`, ...toConversation(chance, person, story, scene) };
  });
}
