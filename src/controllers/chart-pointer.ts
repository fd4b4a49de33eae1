/** What the user points at in a chart, by pointer, finger or keys, and when that chooses it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { EscapeController } from './escape-controller.js';

export interface Target {
  bucket: number;
  /** A piece of the bar, a line; unset: all of the bucket. */
  series: string | undefined;
}

interface ChartPointerOptions {
  targetAt: (event: MouseEvent) => Target | undefined;
  /** What the keys walk through, as it is shown. */
  places: () => { buckets: number; series: readonly string[]; direction: 'ltr' | 'rtl' };
  select: (target: Target) => void;
}

export class ChartPointer implements ReactiveController {
  target: Target | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #options: ChartPointerOptions;
  /** What was shown as a finger came down; `null` for a mouse or pen. */
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
    // These combinations are the browser's.
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

/**
 * Where a key leads: sideways from bucket to bucket, up and down through the pieces of a bar or the lines. `undefined` leaves the chart,
 * `'stay'` is a key that the chart does not use.
 */
export function moveTarget(
  target: Target | undefined,
  key: string,
  buckets: number,
  series: readonly string[],
  direction: 'ltr' | 'rtl',
): Target | undefined | 'stay' {
  if (buckets === 0) return 'stay';
  if (key === 'Escape') return target ? undefined : 'stay';
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return upDown(target ?? { bucket: buckets - 1, series: undefined }, key === 'ArrowUp' ? 1 : -1, series);
  const bucket = sideways(target?.bucket, key, buckets, direction);
  return bucket === undefined ? 'stay' : { bucket: Math.min(Math.max(bucket, 0), buckets - 1), series: target?.series };
}

/** Without a bucket, the arrows begin at the ends. */
function sideways(
  from: number | undefined,
  key: string,
  buckets: number,
  direction: 'ltr' | 'rtl',
): number | undefined {
  const [back, forward] = direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  if (key === forward) return from === undefined ? 0 : from + 1;
  if (key === back) return from === undefined ? buckets - 1 : from - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? buckets - 1 : undefined;
}

/** From the whole bar up into its lowest piece, and down out of it again. */
function upDown({ bucket, series: current }: Target, step: 1 | -1, series: readonly string[]): Target {
  const places: (string | undefined)[] = [undefined, ...series];
  const next = Math.min(Math.max(places.indexOf(current) + step, 0), places.length - 1);
  return { bucket, series: places[next] };
}
