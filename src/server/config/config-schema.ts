/** What `agent-metrics serve --config FILE` may hold. A key that is not here refuses to start. */
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const whole = (from: number, to = Number.MAX_SAFE_INTEGER) => z.int().check(z.minimum(from), z.maximum(to));
const maybe = z.optional;

/** A secret is never in the configuration itself. */
const secret = z.strictObject({ env: maybe(text), file: maybe(text) });

const jwt = z.strictObject({
  algorithms: z.array(text),
  issuer: text,
  audience: text,
  secret: maybe(secret),
  publicKeyFile: maybe(text),
  jwksFile: maybe(text),
  jwksUrl: maybe(text),
  clockToleranceSeconds: maybe(z.number()),
  claims: maybe(z.strictObject({ tenant: maybe(text), role: maybe(text) })),
});

const database = z.strictObject({
  kind: z.enum(['duckdb', 'clickhouse']),
  memoryLimit: maybe(z.string().check(z.regex(/^\d+(\.\d+)? ?[KMGT]i?B$/))),
  connections: maybe(whole(1, 64)),
  url: maybe(text),
  username: maybe(text),
  password: maybe(secret),
  database: maybe(text),
  cluster: maybe(z.strictObject({ name: text, nodes: maybe(z.array(text)), replicated: maybe(z.boolean()) })),
});

const limit = maybe(whole(1));
const limits = z.strictObject({
  bodyBytes: limit,
  factsBytes: limit,
  urlLength: limit,
  timeoutMs: limit,
  metrics: limit,
  buckets: limit,
  groups: limit,
  cells: limit,
  days: limit,
  search: limit,
  ids: limit,
  filters: limit,
  rate: maybe(z.union([z.literal(false), z.strictObject({ perMinute: limit, perAddressPerMinute: limit })])),
});

/** How the facts are read; checked in depth where they are opened. */
const reading = {
  settings: maybe(z.looseObject({})),
  columns: maybe(z.record(z.string(), z.looseObject({}))),
  labels: maybe(z.record(z.string(), z.record(z.string(), z.string()))),
  currency: maybe(text),
  timeZone: maybe(text),
} as const;

export const configSchema = z.strictObject({
  host: maybe(text),
  port: maybe(whole(0, 65_535)),
  basePath: maybe(z.string().check(z.regex(/^(\/[\w.~-]+)+$/))),
  data: maybe(text),
  tenant: maybe(text),
  database: maybe(database),
  auth: maybe(z.union([z.literal('none'), z.strictObject({ jwt: maybe(jwt), tokenFile: maybe(text) })])),
  roles: maybe(
    z.record(
      z.string(),
      z.strictObject({ texts: maybe(z.boolean()), people: maybe(z.boolean()), write: maybe(z.boolean()) }),
    ),
  ),
  cors: maybe(z.strictObject({ origins: z.array(text) })),
  limits: maybe(limits),
  log: maybe(z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']) })),
  trustProxy: maybe(whole(0, 10)),
  metrics: maybe(z.enum(['loopback', 'open'])),
  shutdownSeconds: maybe(whole(0, 3600)),
  ...reading,
});

export type Config = z.infer<typeof configSchema>;
export type SecretPlace = z.infer<typeof secret>;
export type JwtPlaces = z.infer<typeof jwt>;
