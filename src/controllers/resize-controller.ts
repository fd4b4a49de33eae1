/** Calls back with the size of a part of the host as it changes. */
import type { LitElement, ReactiveController } from 'lit';

export class ResizeController implements ReactiveController {
  readonly #observer: ResizeObserver;
  #observed: Element | undefined;

  /** A size of 0 × 0, as in a hidden tab, is ignored: the last one stays. */
  constructor(host: LitElement, onSize: (size: { width: number; height: number }) => void) {
    this.#observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) onSize({ width, height });
    });
    host.addController(this);
  }

  observe(element: Element | undefined): void {
    if (element === this.#observed) return;
    this.#observer.disconnect();
    this.#observed = element;
    if (element) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.observe(undefined);
  }
}
