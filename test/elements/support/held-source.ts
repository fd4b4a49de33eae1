/** The shop's source, whose answers wait or fail for as long as the test wants. */
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { shopSource } from './drawn-widgets.js';

const QUESTIONS = ['query', 'conversations', 'conversation', 'knowledgeGaps', 'records', 'questions'] as const;

export interface HeldSource extends MetricsSource {
  /** What happens to the questions that are asked from now on. */
  mode: 'answers' | 'waits' | 'fails';
  /** The abort signal of every question so far. */
  readonly signals: AbortSignal[];
  /** Answers what waits. */
  release(): void;
  /** Tells the widgets that the facts have changed. */
  change(): void;
}

export function heldSource(data?: object): HeldSource {
  const facts = shopSource(data);
  const listeners = new Set<() => void>();
  let waiting: (() => void)[] = [];
  const held: Partial<HeldSource> & Pick<HeldSource, 'mode' | 'signals'> = {
    mode: 'answers',
    signals: [],
    describe: (options) => facts.describe(options),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: () => listeners.forEach((listener) => listener()),
    release: () => {
      held.mode = 'answers';
      for (const go of waiting) go();
      waiting = [];
    },
  };
  for (const name of QUESTIONS) {
    const ask = facts[name].bind(facts) as (input: never, options?: { signal?: AbortSignal }) => Promise<never>;
    held[name] = async (input: unknown, { signal }: { signal?: AbortSignal } = {}) => {
      if (signal) held.signals.push(signal);
      if (held.mode === 'waits') await new Promise<void>((resolve) => waiting.push(resolve));
      if (held.mode === 'fails') throw new Error('No network.');
      return ask(input as never);
    };
  }
  return held as HeldSource;
}
