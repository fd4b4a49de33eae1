/** What the reference endpoint is made of. */
import type { CustomColumns } from '../../core/custom-columns.js';
import type { MetricSettings } from '../../core/settings.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import type { Access, Auth } from '../access/access.js';
import type { Log } from './request-log.js';
import { DEFAULT_LIMITS } from '../../core/answer/limits.js';
import { MAX_IDS } from '../../core/answer/list.js';

/** An engine with the facts of several tenants. Its sources read only what the user may see; the handler masks their answers. */
export interface TenantEngine {
  sourceFor(access: Access): MetricsSource;
}

export interface MetricsHandlerOptions {
  /**
   * The settings that the numbers must follow. The engine computes, so it must have the same (`createLocalSource(data, { settings })`, or the folder's
   * `settings.json`): where it has others, every question is refused with a 503 that names the first difference. Unset: the engine's.
   */
  settings?: MetricSettings;
  /** Whatever answers the questions: `createLocalSource(…)`, `openFolder(…)`, your own `MetricsSource`, or one for each user. A single source has one tenant's facts: everybody whom `auth` admits asks them. */
  engine: MetricsSource | TenantEngine;
  /** Where the routes begin. Default `/api`. */
  basePath?: string;
  /** Decides who may ask. Unset: everybody who reaches the server, so bind it to loopback. */
  auth?: Auth;
  /** Origins of pages that may ask, exactly as browsers send them. Unset: only the server's own pages. */
  cors?: { origins: readonly string[] };
  limits?: HandlerLimits;
  /** Custom columns by fact, so that `POST /facts` refuses what does not fit them. */
  columns?: CustomColumns;
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

/** What one request may ask for. Everything beyond is a 4xx that says the limit. */
export interface HandlerLimits {
  /** Longest body in bytes. Default 1 MiB. */
  bodyBytes?: number;
  /** Longest body of `POST /facts` in bytes. Default 10 MiB. */
  factsBytes?: number;
  /** Longest address in characters. Default 8,192. */
  urlLength?: number;
  /** Longest time for one answer in milliseconds. Default 30,000. */
  timeoutMs?: number;
  /** Metrics in one question. Default 40. */
  metrics?: number;
  /** Buckets of one range. Default 4,000. */
  buckets?: number;
  /** Groups of one answer. Default 1,000. */
  groups?: number;
  /** Numbers in one answer. Default 200,000. */
  cells?: number;
  /** Days in one range. Default 36,525, a hundred years. */
  days?: number;
  /** Characters of a search. Default 500. */
  search?: number;
  /** Conversations asked for by id. Default 10,000. */
  ids?: number;
  /** Values in all filters together. Default 1,000. */
  filters?: number;
  /**
   * Requests per minute. Default 600 a token and 1,200 an address; of this machine's own addresses only where it is set. `false`: no
   * limit.
   */
  rate?: false | { perMinute?: number; perAddressPerMinute?: number };
}

export type ResolvedLimits = Required<Omit<HandlerLimits, 'rate'>>;

const MEBIBYTE = 1024 * 1024;

const DEFAULTS: ResolvedLimits = {
  bodyBytes: MEBIBYTE,
  factsBytes: 10 * MEBIBYTE,
  urlLength: 8192,
  timeoutMs: 30_000,
  ...DEFAULT_LIMITS,
  days: 36_525,
  search: 500,
  ids: MAX_IDS,
  filters: 1000,
};

/** Engines hold these themselves: they can be made narrower, not wider. */
const HIGHEST: Partial<ResolvedLimits> = { ...DEFAULT_LIMITS, ids: MAX_IDS };

/** Throws a `RangeError` that names the limit. */
export function resolveLimits({ rate, ...given }: HandlerLimits): ResolvedLimits {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(DEFAULTS, name))
      throw new RangeError(`Unknown limit "${name}". Use one of: ${Object.keys(DEFAULTS).join(', ')}, rate.`);
    const highest = HIGHEST[name as keyof ResolvedLimits] ?? Number.MAX_SAFE_INTEGER;
    if (value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= highest))
      throw new RangeError(`The limit ${name} is ${value}. Use a whole number from 1 to ${highest}.`);
  }
  for (const value of Object.values(rate || {}))
    if (!(Number.isInteger(value) && value >= 1))
      throw new RangeError(`A limit of rate is ${value}. Use a whole number of requests per minute from 1 on.`);
  return { ...DEFAULTS, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}
