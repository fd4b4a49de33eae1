/** What customers read, rate and ask each other, and what the shop posts. */
import { endMs, hourMs, minuteMs, toInstant } from './calendar.mjs';
import { articles } from './articles.mjs';
import { drawYear } from './year.mjs';

const networks = [['instagram', 46], ['facebook', 28], ['x', 14], ['tiktok', 12]];
/** Some articles are read more, and some help less. */
const reads = articles.map(({ id }, index) => [{ id, bounces: 0.25 + 0.45 * ((index * 7) % 10) / 10, likes: 0.88 - 0.5 * ((index * 7) % 10) / 10 }, 30 - index]);
const isPast = (ms) => ms <= endMs;

export function createReading(chance) {
  const visits = [];
  const votes = [];
  drawYear(chance, 4200, { growth: 1.1 }).forEach((startMs, index) => {
    let ms = startMs;
    for (let count = chance.weighted([[1, 62], [2, 25], [3, 13]]); count > 0; count--) {
      const article = chance.weighted(reads);
      const bounced = chance.happens(article.bounces);
      const seconds = bounced ? chance.whole(3, 40) : chance.whole(30, 260);
      if (isPast(ms)) visits.push({ at: toInstant(ms), articleId: article.id, session: `session-${index + 1}`, seconds, interacted: !bounced });
      ms += seconds * 1000;
      if (chance.happens(0.13) && isPast(ms)) votes.push({ at: toInstant(ms), articleId: article.id, value: chance.happens(article.likes) ? 'up' : 'down' });
    }
  });
  const numbered = (list, name) => list.map((one, index) => ({ id: `${name}-${index + 1}`, ...one }));
  return { articleVisits: numbered(visits, 'visit'), articleVotes: numbered(votes, 'vote') };
}

export function createForum(chance) {
  const posts = [];
  const forumTopics = drawYear(chance, 360, { growth: 0.9 }).map((ms, index) => {
    const id = `topic-${index + 1}`;
    posts.push({ ms, topicId: id });
    for (let count = chance.weighted([[0, 14], [1, 24], [2, 24], [4, 24], [7, 14]]); count > 0; count--) posts.push({ ms: ms + chance.whole(10, 90 * 60) * minuteMs, topicId: id });
    const solvedMs = ms + chance.whole(1, 100) * hourMs;
    return { id, at: toInstant(ms), ...(chance.happens(0.56) && isPast(solvedMs) && { solvedAt: toInstant(solvedMs) }) };
  });
  const forumPosts = posts.filter(({ ms }) => isPast(ms)).sort((a, b) => a.ms - b.ms).map(({ ms, topicId }, index) => ({ id: `post-${index + 1}`, at: toInstant(ms), topicId }));
  return { forumTopics, forumPosts };
}

export function createSocialPosts(chance, count) {
  return drawYear(chance, count).map((ms, index) => {
    const reach = chance.next() ** 2;
    return {
      id: `social-${index + 1}`, at: toInstant(ms), network: chance.weighted(networks), likes: Math.round(reach * 240), reposts: Math.round(reach * 30 * chance.next()),
      positiveReplies: chance.whole(0, 9), positiveMentions: chance.whole(0, 4),
    };
  });
}
