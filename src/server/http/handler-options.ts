/** What the reference endpoint is made of. */
import type { OwnColumns } from '../../core/own-columns.js';
import type { MetricSettings } from '../../core/settings.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import type { Access, Auth } from '../access/access.js';
import type { HandlerLimits } from './handler-limits.js';
import type { Log } from './request-log.js';

/** An engine with the facts of several tenants. Its sources look only at what their asker may see; the handler masks their answers. */
export interface TenantEngine {
  sourceFor(access: Access): MetricsSource;
}

export interface MetricsHandlerOptions {
  /**
   * The settings that the numbers must follow. The engine computes, so it must have the same (`createLocalSource(data, { settings })`, or the folder's
   * `settings.json`): where it has others, every question is refused with a 503 that names the first difference. Unset: the engine's.
   */
  settings?: MetricSettings;
  /** Whatever answers the questions: `createLocalSource(…)`, `openFolder(…)`, your own `MetricsSource`, or one for each asker. A single source has one tenant's facts: everybody whom `auth` admits asks them. */
  engine: MetricsSource | TenantEngine;
  /** Where the routes begin. Default `/api`. */
  basePath?: string;
  /** Decides who may ask. Unset: everybody who reaches the server, so bind it to loopback. */
  auth?: Auth;
  /** Origins of pages that may ask, exactly as browsers send them. Unset: only the server's own pages. */
  cors?: { origins: readonly string[] };
  limits?: HandlerLimits;
  /** Own columns by fact, so that `POST /facts` refuses what does not fit them. */
  columns?: OwnColumns;
  /** Rejects while nothing can be answered: `/healthz` is 503 then. */
  ready?: () => Promise<void>;
  /** A line for each request, as pino takes it. Unset: none. */
  log?: Log;
  /** How many proxies of your own stand in front, each of which adds to `X-Forwarded-For`. Default 0: the header counts for nothing. */
  trustProxy?: number;
  /** Who may read `/metrics-prometheus`. Default `loopback`, programs on this machine. */
  metrics?: 'loopback' | 'open';
  /** `loopback`: answers only those who call the server `localhost` or so, so that no page can reach it by a name of its own. Default `any`. */
  hosts?: 'any' | 'loopback';
}
