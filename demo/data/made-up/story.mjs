/** How a conversation goes: a question, some answers, some buying, and one of many endings. */
import { products } from './products.mjs';
import { secondMs, minuteMs, toInstant } from './calendar.mjs';
import { Thread } from './thread.mjs';

const authors = ['Mara', 'Jonas', 'Noor', 'Tom'];

/** How things end when the agent knows the answer, and when it is in trouble. */
const calmEndings = [['closed', 52], ['silent', 36], ['unanswered', 4], ['reopened', 3], ['later', 5]];
const hardEndings = [['ticket', 33], ['human', 17], ['declined', 12], ['message', 18], ['both', 4], ['unanswered', 16]];

const toArticleUrl = (id) => `https://shop.example.com/help/${id}`;

/** What the agent shows and used for an answer. */
function toExtras(thread) {
  const { topic, product, chance } = thread;
  const shown = topic.sells ? [product, ...(chance.happens(0.5) ? [chance.pick(products)] : [])] : [];
  const links = [...shown.map(({ url }) => url), ...(topic.link && chance.happens(0.6) ? [toArticleUrl(topic.link)] : [])];
  const second = topic.sells && topic.skill !== 'stock-check' && chance.happens(0.2) ? 'stock-check' : null;
  const skill = topic.skill && second ? [topic.skill, second] : topic.skill;
  return {
    ...(skill && chance.happens(0.92) && { skill }),
    ...(shown.length > 0 && { products: [...new Set(shown.map(({ id }) => id))] }),
    ...(links.length > 0 && { links: [...new Set(links)] }),
  };
}

/** The agent misses a message; the visitor says it again. */
function stumble(thread) {
  const used = thread.topic.unknown && thread.chance.happens(0.3) ? { skill: 'product-search' } : {};
  thread.agent(thread.phrase('missed'), { missed: true, ...used });
  thread.visitor(thread.phrase('rephrase').replace('{ask}', thread.asked));
}

/** The visitor follows what the agent showed. */
function follow(thread, { products: shown = [], links = [] }) {
  const { chance } = thread;
  for (const productId of shown) if (chance.happens(0.55)) buyFrom(thread, productId);
  const article = links.find((url) => url.includes('/help/'));
  if (article && chance.happens(0.4)) thread.click({ url: article });
}

function buyFrom(thread, productId) {
  const { url } = products.find(({ id }) => id === productId);
  thread.click({ productId, url });
  if (thread.chance.happens(0.4)) thread.addToCart(productId, thread.chance.weighted([[1, 80], [2, 17], [3, 3]]));
}

function answer(thread) {
  const { chance, words, topic } = thread;
  if (chance.happens(topic.unknown ? 0.55 : 0.05)) stumble(thread);
  const extras = toExtras(thread);
  thread.agent(thread.fill(chance.pick(words.answer)), { ...extras, ...(topic.unknown && chance.happens(0.4) && { missed: true }) });
  follow(thread, extras);
}

/** Follow-up questions, each asked at most once. */
function goOn(thread) {
  const { chance, words, topic } = thread;
  for (const [ask, reply] of words.more) {
    if (!chance.happens(0.45)) continue;
    thread.visitor(thread.fill(ask));
    thread.agent(thread.fill(reply), topic.skill && chance.happens(0.35) ? { skill: topic.skill } : {});
  }
}

const offer = (thread) => thread.agent(thread.phrase('offer'));

/** What makes each ending; returns when the conversation was closed, if it was. */
const endings = {
  closed(thread) {
    if (thread.chance.happens(0.7)) thread.visitor(thread.phrase('thanks')).agent(thread.phrase('bye'));
    return thread.wait(thread.chance.whole(2, 300) * secondMs).nowMs;
  },
  silent(thread) {
    if (thread.chance.happens(0.5)) thread.agent(thread.phrase('else'));
  },
  unanswered(thread) {
    thread.visitor(thread.phrase('unanswered'));
  },
  reopened(thread) {
    const closedMs = endings.closed(thread);
    thread.pause().visitor(thread.phrase('again'));
    if (thread.chance.happens(0.6)) answer(thread);
    return closedMs;
  },
  later(thread) {
    thread.pause().visitor(thread.phrase('again'));
    answer(thread);
  },
  ticket(thread) {
    offer(thread).visitor(thread.phrase('accept')).handOff('ticket', ticketOf(thread)).agent(thread.phrase('passedOn'));
    return thread.chance.happens(0.5) ? thread.wait(thread.chance.whole(5, 90) * secondMs).nowMs : undefined;
  },
  human(thread) {
    const author = thread.chance.pick(authors);
    if (thread.chance.happens(0.7)) endings.ticket(thread);
    thread.slots.set('author', author);
    if (thread.chance.happens(0.75)) thread.visitor(thread.phrase('unanswered'));
    thread.say('human', thread.phrase('human'), { author });
    if (thread.chance.happens(0.6)) thread.visitor(thread.phrase('thanks')).say('human', thread.phrase('signOff'), { author });
    return thread.wait(thread.chance.whole(1, 60) * minuteMs).nowMs;
  },
  declined(thread) {
    offer(thread).visitor(thread.phrase('decline')).handOff('ticket', { accepted: false }).agent(thread.phrase('stay'));
  },
  message(thread) {
    thread.agent(thread.phrase('closing')).handOff('message', { reason: 'no answer found' });
  },
  both(thread) {
    endings.message(thread);
    thread.visitor(thread.phrase('unanswered'));
    endings.ticket(thread);
  },
};

function ticketOf(thread) {
  return { ...(thread.chance.happens(0.6) && { accepted: true }), ...(thread.chance.happens(0.5) && { reason: thread.topic.tag ?? 'question' }) };
}

/** A whole conversation on one topic, and how it ended: `opened` when the visitor wrote nothing. */
export function tellStory(chance, scene) {
  const thread = new Thread(chance, scene);
  const greets = scene.channel === 'web-chat' && chance.happens(0.6);
  if (greets) thread.agent(thread.phrase('welcome'), { welcome: true });
  if (greets && chance.happens(0.08)) return { thread, ending: 'opened' };
  thread.visitor(thread.question());
  if (chance.happens(0.012)) return { thread, ending: 'unanswered' };
  answer(thread);
  goOn(thread);
  const ending = chance.weighted(chance.happens(scene.topic.trouble) ? hardEndings : calmEndings);
  const closedMs = endings[ending](thread);
  return { thread, ending, ...(closedMs && { closedAt: toInstant(closedMs) }) };
}
