/** Filters that the reader set for the list of conversations alone. While the list shows what they pointed at elsewhere, these wait. */
import type { Filters } from '../../core/query.js';

export class ListFilters {
  #chosen: Filters | undefined;
  #waiting: Filters | undefined;

  /** As the reader chose them, waiting or not; `undefined`: none. */
  get kept(): Filters | undefined {
    return this.#chosen ?? this.#waiting;
  }

  choose(filters: Filters | undefined): void {
    this.#chosen = filters;
    this.#waiting = undefined;
  }

  /** What was pointed at is listed in full; filters chosen after that narrow it. */
  follow(isPointedAt: boolean): void {
    if (isPointedAt) {
      this.#waiting = this.#chosen ?? this.#waiting;
      this.#chosen = undefined;
    } else {
      this.#chosen ??= this.#waiting;
      this.#waiting = undefined;
    }
  }

  /** What the list is filtered by: the page's filters stay. */
  over(page: Filters): Filters {
    return { ...page, ...this.#chosen };
  }
}
