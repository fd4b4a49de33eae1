/** Answers about facts that no longer change by time alone, kept until there are too many: a write makes a new summary, which asks anew. */
import { createHash } from 'node:crypto';
import type { Span } from '../../../core/answer/engine.js';
import type { Buckets } from '../../../core/time/buckets.js';

/** Characters of JSON in all, of every tenant together. */
const MAX_KEPT = 64_000_000;
/** Larger answers are rare and would drive out many. */
const LONGEST = 1_000_000;

/** All that a database has answered. */
export class AnswerStore {
  readonly #answers = new Map<string, string>();
  #size = 0;

  /** The same as `ask` gives, each time anew, so that nobody changes it for others. What fails is not kept. */
  async answer<A>(question: unknown, ask: () => Promise<A>): Promise<A> {
    const key = createHash('sha256').update(JSON.stringify(question)).digest('base64');
    const known = this.#answers.get(key);
    if (known !== undefined) {
      this.#answers.delete(key);
      this.#answers.set(key, known);
      return JSON.parse(known) as A;
    }
    const answer = await ask();
    const text = JSON.stringify(answer);
    if (text.length <= LONGEST && !this.#answers.has(key)) this.#keep(key, text);
    return answer;
  }

  #keep(key: string, text: string): void {
    this.#answers.set(key, text);
    this.#size += text.length;
    for (const [oldest, { length }] of this.#answers) {
      if (this.#size <= MAX_KEPT) return;
      this.#answers.delete(oldest);
      this.#size -= length;
    }
  }
}

/** A question whose `now` lies behind everything, told apart only by what its answer depends on. */
export function atRest<R extends { now: number; span: Span; buckets?: Buckets }>(request: R, last: number): object {
  const { span, buckets } = request;
  return {
    ...request,
    now: undefined,
    span: { start: span.start, end: Math.min(span.end, last + 1) },
    ...(buckets && { buckets: [buckets.edges, buckets.bucketOf, buckets.labels.length] }),
  };
}
