/** Counts what is started and not ended on the page: listeners of the window, the document and media queries, and timers. */

type Listening = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

const isOfPage = (target: unknown): boolean =>
  target == null || target instanceof Window || target instanceof Document || target instanceof MediaQueryList;

interface LeftOnPage {
  /** Waits without a timer that is counted. */
  until: (condition: () => boolean) => Promise<void>;
  /** Waits until nothing is left and names what still is after two seconds. */
  settled: () => Promise<string[]>;
  stop: () => void;
}

/** Begins to count. */
export function leftOnPage(): LeftOnPage {
  const listeners: { target: unknown; type: string; listener: unknown }[] = [];
  const timers = new Map<unknown, string>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;

  function forget(target: unknown, type: string, listener: unknown): void {
    const at = listeners.findIndex(
      (each) => each.target === target && each.type === type && each.listener === listener,
    );
    if (at >= 0) listeners.splice(at, 1);
  }
  const counting: Listening & ThisType<EventTarget> = {
    addEventListener(type: string, listener: EventListener, options?: boolean | AddEventListenerOptions) {
      if (isOfPage(this)) {
        listeners.push({ target: this, type, listener });
        const { signal } = typeof options === 'object' ? options : {};
        if (signal) addEventListener.call(signal, 'abort', () => forget(this, type, listener));
      }
      addEventListener.call(this ?? window, type, listener, options);
    },
    removeEventListener(type: string, listener: EventListener, options?: boolean | EventListenerOptions) {
      forget(this, type, listener);
      removeEventListener.call(this ?? window, type, listener, options);
    },
  };
  Object.assign(EventTarget.prototype, counting);

  const clear = (id: unknown) => {
    timers.delete(id);
    clearTimeout(id as number);
  };
  Object.assign(globalThis, {
    setTimeout: (deed: () => void, waitMs?: number) => {
      const id = setTimeout(() => {
        timers.delete(id);
        deed();
      }, waitMs);
      timers.set(id, `timeout of ${waitMs ?? 0} ms`);
      return id;
    },
    setInterval: (deed: () => void, waitMs?: number) => {
      const id = setInterval(deed, waitMs);
      timers.set(id, `interval of ${waitMs ?? 0} ms`);
      return id;
    },
    clearTimeout: clear,
    clearInterval: clear,
  });

  const list = () => [...listeners.map(({ type }) => `listener of ${type}`), ...timers.values()];
  async function until(condition: () => boolean): Promise<void> {
    for (let turn = 0; turn < 200 && !condition(); turn++) await new Promise((go) => setTimeout(go, 10));
  }
  return {
    until,
    settled: async () => {
      await until(() => list().length === 0);
      return list();
    },
    stop: () => {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval });
    },
  };
}
