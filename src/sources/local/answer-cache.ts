/**
 * Answers to questions about one fixed now, kept where they are asked: the same question again costs nothing. Holds for one state of the
 * facts; after a change make another.
 */
const MAX_KEPT = 100;

export class AnswerCache {
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #isNowFixed: boolean;

  /** `isNowFixed`: questions that name no now are about a fixed one, too. */
  constructor(isNowFixed: boolean) {
    this.#isNowFixed = isNowFixed;
  }

  /** Answers from what is kept, else asks. A failure is not kept. */
  answer<Q extends { now?: string }, A>(method: string, query: Q, ask: () => Promise<A>): Promise<A> {
    if (!this.#isNowFixed && query.now === undefined) return ask();
    const key = method + JSON.stringify(query);
    const known = this.#answers.get(key) as Promise<A> | undefined;
    if (known) return known;
    const asked = ask();
    asked.then(
      () => this.#keep(key, asked),
      () => undefined,
    );
    return asked;
  }

  #keep(key: string, answer: Promise<unknown>): void {
    if (this.#answers.size >= MAX_KEPT) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, answer);
  }
}
