/** What the card says of each question, and of each topic: pure, from an answer to rows. */
import type { Formats } from '../../core/format/formats.js';
import type { FrequentQuestion } from '../../core/query.js';
import { NO_VALUE } from '../shared/words.js';

export interface ListedQuestion {
  id: string;
  question: string;
  topic: string | null;
  count: string;
  share: string;
  resolved: string;
  takeover: string;
  missed: string;
  hasFailed: boolean;
  /** The most frequent one is 1. */
  lengthOfOne: number;
  examples: readonly string[];
  conversationIds: readonly string[];
}

export interface TopicGroup {
  topic: string | null;
  /** Of its questions that are listed. */
  count: number;
  shareOfOne: number;
  questions: readonly ListedQuestion[];
}

export function toListed(questions: readonly FrequentQuestion[], formats: Formats): ListedQuestion[] {
  const most = Math.max(1, ...questions.map(({ count }) => count));
  const share = (value: number | null) => (value === null ? NO_VALUE : formats.share(value));
  return questions.map((one) => ({
    id: one.id,
    question: one.question,
    topic: one.topic,
    examples: one.examples,
    conversationIds: one.conversationIds,
    count: formats.number(one.count),
    share: share(one.share),
    resolved: share(one.resolvedRate),
    takeover: share(one.takeoverRate),
    missed: share(one.missedRate),
    hasFailed: hasFailed(one),
    lengthOfOne: one.count / most,
  }));
}

/** Taken over or not understood more often than resolved; nobody knows where nothing is known of resolving. */
export function hasFailed({ resolvedRate, takeoverRate, missedRate }: FrequentQuestion): boolean {
  return resolvedRate !== null && Math.max(takeoverRate ?? 0, missedRate ?? 0) > resolvedRate;
}

/** The most asked topic first, questions without one last. */
export function groupByTopic(questions: readonly FrequentQuestion[], formats: Formats): TopicGroup[] {
  const listed = toListed(questions, formats);
  const groups = new Map<string | null, TopicGroup & { questions: ListedQuestion[] }>();
  questions.forEach(({ topic, count, share }, place) => {
    const group = groups.get(topic) ?? { topic, count: 0, shareOfOne: 0, questions: [] };
    groups.set(topic, {
      ...group,
      count: group.count + count,
      shareOfOne: group.shareOfOne + share,
      questions: [...group.questions, listed[place]!],
    });
  });
  return [...groups.values()].sort((a, b) => Number(a.topic === null) - Number(b.topic === null) || b.count - a.count);
}
