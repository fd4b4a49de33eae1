/** What the reader points at in a chart, by pointer, finger or keys, and when that chooses it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { EscapeController } from '../../../controllers/escape-controller.js';
import { moveTarget, type Target } from './chart-keys.js';

export interface ChartPointerOptions {
  targetAt: (event: MouseEvent) => Target | undefined;
  /** What to walk through, as it is shown. */
  places: () => { buckets: number; series: readonly string[]; direction: 'ltr' | 'rtl' };
  select: (target: Target) => void;
}

export class ChartPointer implements ReactiveController {
  target: Target | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #options: ChartPointerOptions;
  /** What a finger found shown as it came down; `null`: it is no finger. */
  #beforeTouch: Target | null | undefined = null;

  constructor(host: ReactiveControllerHost, options: ChartPointerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    new EscapeController(host, () => this.target !== undefined, this.leave);
  }

  hostConnected(): void {
    this.target = undefined;
  }

  readonly leave = (): void => this.#point(undefined);

  readonly move = (event: PointerEvent): void => this.#point(this.#options.targetAt(event));

  readonly press = ({ pointerType }: PointerEvent): void => {
    this.#beforeTouch = pointerType === 'touch' ? this.target : null;
  };

  /** A finger cannot hover: its first tap shows the words of a bucket, the next one on that bucket chooses it. */
  readonly click = (event: MouseEvent): void => {
    const found = this.#options.targetAt(event);
    const isChosen = this.#beforeTouch === null || this.#beforeTouch?.bucket === found?.bucket;
    this.#point(found);
    if (found && isChosen) this.#options.select(found);
  };

  readonly key = (event: KeyboardEvent): void => {
    // Those are the browser's.
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (this.target) this.#options.select(this.target);
      return;
    }
    const { buckets, series, direction } = this.#options.places();
    const moved = moveTarget(this.target, event.key, buckets, series, direction);
    if (moved === 'stay') return;
    event.preventDefault();
    this.#point(moved);
  };

  #point(target: Target | undefined): void {
    if (target?.bucket === this.target?.bucket && target?.series === this.target?.series) return;
    this.target = target;
    this.#host.requestUpdate();
  }
}
