/**
 * One request for widgets that ask the same: a request that equals one under way waits for its answer. Only when nobody waits any more
 * is the request itself aborted.
 */
import type { MetricsQuery, QuestionsQuery, RecordsQuery } from '../core/query.js';
import { checkMetricsAnswer } from '../sources/check-metrics-answer.js';
import type { AskOptions, MetricsSource } from '../sources/metrics-source.js';

interface Shared {
  answer: Promise<unknown>;
  abort: AbortController;
  waiting: number;
}

const underWay = new WeakMap<MetricsSource, Map<string, Shared>>();

/** The source as widgets ask it. Equal queries of the same `version` share a request. */
export function dedupe(source: MetricsSource, version: number): MetricsSource {
  const share =
    <Q, A>(method: string, ask: (query: Q, options: AskOptions) => Promise<A>) =>
    (query: Q, { signal }: AskOptions = {}): Promise<A> =>
      askShared(
        source,
        `${version} ${method} ${JSON.stringify(query)}`,
        (ownSignal) => ask(query, { signal: ownSignal }),
        signal ?? NEVER,
      );
  return {
    describe: (options) => source.describe(options),
    // An answer that cannot be drawn is a failure, also of a custom source.
    query: share('query', async (query: MetricsQuery, options) =>
      checkMetricsAnswer(query, await source.query(query, options)),
    ),
    conversations: share('conversations', (query, options) => source.conversations(query, options)),
    conversation: share('conversation', (id, options) => source.conversation(id, options)),
    knowledgeGaps: share('knowledgeGaps', (query, options) => source.knowledgeGaps(query, options)),
    ...(source.records && {
      records: share('records', (query: RecordsQuery, options) => source.records!(query, options)),
    }),
    ...(source.questions && {
      questions: share('questions', (query: QuestionsQuery, options) => source.questions!(query, options)),
    }),
  };
}

const NEVER = new AbortController().signal;

/** Equal keys are the same question. Rejects with the signal's reason as soon as it aborts. */
function askShared<A>(
  source: MetricsSource,
  key: string,
  ask: (signal: AbortSignal) => Promise<A>,
  signal: AbortSignal,
): Promise<A> {
  const questions = underWay.get(source) ?? new Map<string, Shared>();
  underWay.set(source, questions);
  const shared = questions.get(key) ?? begin(questions, key, ask);
  return wait(shared, signal, () => forget(questions, key, shared)) as Promise<A>;
}

/** The facts have changed, so that an equal query is a new request from now on. */
export function forgetRequests(source: MetricsSource): void {
  underWay.delete(source);
}

function begin(questions: Map<string, Shared>, key: string, ask: (signal: AbortSignal) => Promise<unknown>): Shared {
  const abort = new AbortController();
  // A source that throws at once fails like any other.
  const shared: Shared = { abort, waiting: 0, answer: (async () => ask(abort.signal))() };
  questions.set(key, shared);
  const settle = () => forget(questions, key, shared);
  shared.answer.then(settle, settle);
  return shared;
}

function wait(shared: Shared, signal: AbortSignal, forgetIt: () => void): Promise<unknown> {
  shared.waiting++;
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal.reason as Error);
      if (--shared.waiting > 0) return;
      forgetIt();
      shared.abort.abort(signal.reason);
    };
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    const settled =
      <T>(settle: (value: T) => void) =>
      (value: T) => {
        signal.removeEventListener('abort', leave);
        settle(value);
      };
    shared.answer.then(settled(resolve), settled(reject));
  });
}

function forget(questions: Map<string, Shared>, key: string, shared: Shared): void {
  if (questions.get(key) === shared) questions.delete(key);
}

/** A number for each source: equal queries to different sources are different requests. */
const keys = new WeakMap<MetricsSource, number>();
let lastKey = 0;

export function sourceKey(source: MetricsSource): number {
  const key = keys.get(source) ?? ++lastKey;
  keys.set(source, key);
  return key;
}
