/** Who answers for supplied data: this thread, or a worker on its behalf. */
import type { Part } from './parts.js';

/** Questions a source can be asked, by the name of its method. */
export type Method =
  'describe' | 'query' | 'conversations' | 'conversation' | 'records' | 'questions' | 'knowledgeGaps' | 'addKnowledge';

/** One set of data on its way in. */
export interface Reading {
  /** Settles when there is room for the next part. */
  take(part: Part): Promise<void>;
  /** All parts have been taken; settles when every question sees them. Rejects when they cannot be read at all. */
  end(): Promise<void>;
  /** Nothing follows, and what was taken so far is forgotten. */
  cancel(): void;
}

export interface Answers {
  /** What cannot be read leaves everything as it was. */
  read(): Reading;
  /** Only once a reading has ended. Rejects with the signal's reason when it aborts. */
  ask(method: Method, argument: unknown, signal: AbortSignal | undefined): Promise<unknown>;
  /** Nothing is asked any more; what was asked before is still answered. */
  close(): void;
}
