/** How long something that was worked out for one instant stays true: up to the next of the instants that change it, and back to the last. */
import { firstFrom } from '../../bisect.js';

export class Holding {
  #from = Infinity;
  #until = -Infinity;

  at(now: number): boolean {
    return now >= this.#from && now < this.#until;
  }

  begin(now: number, changes: readonly number[]): void {
    const instants = Float64Array.from(changes).sort();
    const next = firstFrom(instants, now + 1);
    this.#from = instants[next - 1] ?? -Infinity;
    this.#until = instants[next] ?? Infinity;
  }

  end(): void {
    this.#until = -Infinity;
  }
}
