/** What every statement of one question shares: whose facts, as of when, and in which database's words. */
import type { LiveSpans } from '../../../core/answer/engine.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { OwnColumns } from '../../../core/own-columns.js';
import type { Dialect } from './dialect.js';

export interface SqlQuestion {
  dialect: Dialect;
  tenant: string;
  /** Epoch milliseconds; at most `Number.MAX_SAFE_INTEGER`. */
  now: number;
  /** No conversation changes its state after `now`. */
  isSettled: boolean;
  settings: ResolvedSettings;
  /** Since when rows count that count since a launch only. */
  live: LiveSpans | null | undefined;
  columns: OwnColumns;
}
