/** When the widgets of a page last got their numbers. The page is as old as the oldest of them. */
import type { AgentLoadEvent } from '../../controllers/load-events.js';

export interface PageLoad {
  /** Epoch milliseconds. */
  at: number;
  /** The instant up to which the facts reach. */
  asOf: string;
}

/** The page's own widget behind an event; not one in a slot, nor one inside another, as an open conversation. */
export function ownWidget(event: Event, root: Node): Element | undefined {
  const [origin] = event.composedPath();
  return origin instanceof Element && origin.getRootNode() === root ? origin : undefined;
}

export class PageLoads {
  readonly #loads = new Map<Element, PageLoad>();

  note(widget: Element, { asOf }: AgentLoadEvent): void {
    this.#loads.set(widget, { at: Date.now(), asOf });
  }

  get oldest(): PageLoad | undefined {
    for (const widget of this.#loads.keys()) if (!widget.isConnected) this.#loads.delete(widget);
    const loads = [...this.#loads.values()];
    if (loads.length === 0) return undefined;
    return { at: Math.min(...loads.map(({ at }) => at)), asOf: loads.map(({ asOf }) => asOf).sort()[0]! };
  }
}
