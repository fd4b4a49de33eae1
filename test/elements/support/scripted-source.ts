/** A source whose answers the test decides, one question at a time. */
import type { MetricsAnswer, MetricsQuery, SourceDescription } from '../../../src/core/query.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';

/** A question that was asked and waits for the test. */
export interface Asked {
  query: MetricsQuery;
  signal: AbortSignal;
  answer: (answer: MetricsAnswer) => void;
  fail: (error: unknown) => void;
}

const unasked = () => Promise.reject(new Error('Nobody asks this here.'));

export class ScriptedSource implements MetricsSource {
  readonly asked: Asked[] = [];
  /** How often it was described. */
  described = 0;
  describe: () => Promise<SourceDescription>;
  readonly conversations = unasked;
  readonly conversation = unasked;
  readonly knowledgeGaps = unasked;
  readonly #answer: ((query: MetricsQuery) => MetricsAnswer) | undefined;

  /** With `answer` every question is answered at once; without, the test does it. */
  constructor(description: SourceDescription | Error, answer?: (query: MetricsQuery) => MetricsAnswer) {
    this.#answer = answer;
    this.describe = () => {
      this.described++;
      return description instanceof Error ? Promise.reject(description) : Promise.resolve(description);
    };
  }

  get latest(): Asked {
    return this.asked.at(-1)!;
  }

  query(query: MetricsQuery, { signal }: { signal?: AbortSignal } = {}): Promise<MetricsAnswer> {
    return new Promise((answer, fail) => {
      this.asked.push({ query, signal: signal!, answer, fail });
      if (this.#answer) answer(this.#answer(query));
    });
  }
}
