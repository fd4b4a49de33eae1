/** Hears when the numbers of a host are about somebody or something else. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class SubjectWatch implements ReactiveController {
  readonly #subject: () => unknown;
  readonly #listeners: (() => void)[] = [];
  #known: unknown;

  constructor(host: ReactiveControllerHost, subject: () => unknown) {
    this.#subject = subject;
    host.addController(this);
  }

  add(onOther: () => void): void {
    this.#listeners.push(onOther);
  }

  hostUpdate(): void {
    const subject = this.#subject();
    if (subject === undefined || subject === this.#known) return;
    const isFirst = this.#known === undefined;
    this.#known = subject;
    if (!isFirst) for (const onOther of this.#listeners) onOther();
  }
}
