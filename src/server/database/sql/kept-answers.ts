/** Answers about facts that no longer change by time alone, kept until the next write: they belong to the summary of one tenant. */
import { createHash } from 'node:crypto';
import type { Buckets } from '../../../core/time/buckets.js';
import type { Span } from '../../../core/engine/engine.js';

const MOST_ANSWERS = 300;
/** Characters of JSON. Larger answers are rare and cost much room. */
const LONGEST = 500_000;

export class KeptAnswers {
  readonly #answers = new Map<string, string>();

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
    if (text.length <= LONGEST) this.#answers.set(key, text);
    if (this.#answers.size > MOST_ANSWERS) this.#answers.delete(this.#answers.keys().next().value!);
    return answer;
  }
}

/** A question whose `now` lies behind everything, told apart only by what its answer depends on. */
export function atRest<R extends { now: number; span: Span; buckets?: Buckets }>(request: R, last: number): object {
  const { span, buckets } = request;
  return { ...request, now: undefined, span: { start: span.start, end: Math.min(span.end, last + 1) }, ...(buckets && { buckets: [buckets.edges, buckets.bucketOf, buckets.labels.length] }) };
}
