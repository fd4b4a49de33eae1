/** What visitors ask most: questions of the same content put together, with how the agent did on them. */
import { compareCodePoints } from '../answer/groups.js';
import type { Question } from '../answer/engine.js';
import type { FrequentQuestion, FrequentQuestions } from '../query.js';
import { type AskedText, countWords, toAskedTexts, toAskings } from './asked-texts.js';
import { tellApart, toMarkId } from './gap-id.js';
import { groupTexts } from './cluster.js';
import { sortInSteps, type Steps } from '../steps.js';
import { toTextSpace } from './text-space.js';

const EXAMPLES = 5;
const TEXTS_PER_STEP = 64;

export type FindQuestions = (
  questions: readonly Question[],
  limit: number,
) => FrequentQuestions | Promise<FrequentQuestions>;

/** The most frequent first; small talk is left out. */
export function* findQuestionsInSteps(questions: readonly Question[], limit: number): Steps<FrequentQuestions> {
  const askings = yield* toAskings(questions);
  const texts = yield* toAskedTexts(askings);
  const space = yield* toTextSpace(texts, []);
  const overall = yield* countWords(texts);
  const groups = yield* groupTexts(
    space.texts,
    texts.map(({ asked }) => asked.length),
  );
  const found: FrequentQuestion[] = [];
  for (const members of groups) {
    yield;
    found.push(
      yield* describeQuestion(
        members.map((member) => texts[member]!),
        overall,
        askings.length,
      ),
    );
  }
  const ordered = found.sort((a, b) => b.count - a.count || compareCodePoints(a.question, b.question));
  return { questions: tellApart(ordered).slice(0, limit), considered: askings.length };
}

function* describeQuestion(
  group: readonly AskedText[],
  overall: ReadonlyMap<string, number>,
  considered: number,
): Steps<FrequentQuestion> {
  const byCount = [...group].sort((a, b) => b.asked.length - a.asked.length || compareCodePoints(a.key, b.key));
  const asked = group.flatMap((text) => text.asked);
  const conversations = new Map<string, Question>();
  for (const question of asked) {
    const known = conversations.get(question.conversationId);
    conversations.set(
      question.conversationId,
      known ? { ...known, missed: known.missed || question.missed } : question,
    );
  }
  const all = [...conversations.values()];
  const shareOf = (test: (question: Question) => boolean) => all.filter(test).length / all.length;
  return {
    id: yield* toMarkId('question', group, overall),
    question: byCount[0]!.text,
    topic: commonTag(all),
    examples: byCount.slice(1, EXAMPLES + 1).map(({ text }) => text),
    count: asked.length,
    share: asked.length / considered,
    resolvedRate: shareOf(({ resolved }) => resolved),
    takeoverRate: shareOf(({ takenOver }) => takenOver),
    missedRate: shareOf(({ missed }) => missed),
    conversationIds: yield* sortInSteps([...conversations.keys()], TEXTS_PER_STEP, compareCodePoints),
  };
}

function commonTag(questions: readonly Question[]): string | null {
  const counts = new Map<string, number>();
  for (const { tag } of questions) if (tag !== null) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))[0]?.[0] ?? null;
}
