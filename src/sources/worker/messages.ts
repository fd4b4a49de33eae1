/** What page and worker say to each other. Readings and questions have numbers of their own. */
import type { Method } from '../local/answers.js';
import type { CheckedOptions } from '../../core/source-options.js';
import type { Part } from '../local/parts.js';
import type { PackedError } from './pack-error.js';

export type ToWorker =
  | { kind: 'open'; options: CheckedOptions }
  | { kind: 'begin'; reading: number }
  | { kind: 'part'; reading: number; part: Part }
  | { kind: 'end'; reading: number }
  | { kind: 'cancel'; reading: number }
  | { kind: 'ask'; question: number; method: Method; argument: unknown }
  | { kind: 'abort'; question: number };

export type FromWorker =
  | { kind: 'ready' }
  /** A part has been read, so there is room for another. */
  | { kind: 'took'; reading: number }
  | { kind: 'read'; reading: number }
  | { kind: 'unread'; reading: number; error: PackedError }
  | { kind: 'answer'; question: number; value: unknown }
  | { kind: 'failure'; question: number; error: PackedError };
