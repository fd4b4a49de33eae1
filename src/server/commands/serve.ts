/** `agent-metrics serve`: the reference endpoint on a database or a folder of facts. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { OPEN_ACCESS, type Access } from '../access/access.js';
import { checkOrigin } from '../origins.js';
import { openEngine, type OpenedEngine } from '../config/open-engine.js';
import { NO_CONFIG, readConfig, type ReadConfig } from '../config/read-config.js';
import { toAuth } from '../config/to-auth.js';
import type { HandlerLimits } from '../http/handler-options.js';
import { createMetricsHandler } from '../http/metrics-handler.js';
import { startNodeServer, type NodeServer } from '../http/node-server.js';
import { type Command, UsageError, countFacts } from './command.js';

const HELP = `agent-metrics serve --data DIR [--port 8787] [--host 127.0.0.1] [--config FILE] [--origin URL]… [--now INSTANT] [--time-zone ZONE]

Answers the widgets' questions at http://127.0.0.1:PORT/api, on this machine only, to everybody on it.
DIR is what agent-metrics import made, or holds files such as conversations.ndjson, orders.json or data.json (an object of
lists), gzipped or not, which are then read into memory. A settings.json in it says how to read them: an object of settings,
columns, labels, currency, timeZone.

  --data       the folder; may be left out where the configuration names it or a ClickHouse
  --port       default 8787; 0: any free one
  --host       default 127.0.0.1; any other needs a configuration that says who may ask
  --config     a JSON file: host, port, basePath, data, tenant, database, auth, roles, cors, limits, log, trustProxy, metrics,
               shutdownSeconds, settings, columns, labels, currency, timeZone. What is given here beats it.
  --origin     a page's origin that may ask from the browser, as http://localhost:5173; may be given several times
  --now        an instant that stands for now, as 2026-06-07T12:00:00Z; default: the clock
  --time-zone  IANA zone that cuts the days, as Europe/Berlin; default: what the data say

Logs one line of JSON a request to the standard error, without what was asked or by whom. GET /healthz tells whether it can
answer, GET /metrics-prometheus how it goes. SIGTERM or Ctrl-C ends it after the answers that are under way; a second one at once.
`;

export const serve: Command = { help: HELP, run };

const DEFAULT_PORT = 8787;
const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_SHUTDOWN_SECONDS = 10;

async function run(words: readonly string[]): Promise<void> {
  const { config, data, host, port, origins, overrides } = await settle(parse(words));
  const auth = await toAuth(config, host);
  const opened = await openEngine(config, data, overrides);
  const everybody: Access = { ...OPEN_ACCESS, tenant: config.tenant ?? OPEN_ACCESS.tenant };
  const { basePath = '/api' } = config;
  const handler = createMetricsHandler({
    ...opened,
    basePath,
    log: logOf(config),
    ...(auth ? { auth } : { auth: () => everybody, hosts: 'loopback' }),
    ...handlerOptions(config, origins),
  });
  try {
    const summary = auth ? opened.name : await summarise(opened, everybody);
    const server = await startNodeServer(handler, { port, host });
    process.stdout.write(`${summary}\n${server.url}${basePath}\n`);
    endOnSignal(server, opened, config);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The command's options beat the configuration's. */
async function settle({ now, 'time-zone': timeZone, ...given }: ReturnType<typeof parse>) {
  const config = given.config === undefined ? NO_CONFIG : await readConfig(given.config);
  return {
    config,
    data: dataFolder(given, config),
    host: given.host ?? config.host ?? DEFAULT_HOST,
    port: given.port ?? config.port ?? DEFAULT_PORT,
    origins: given.origins ?? config.cors?.origins ?? [],
    overrides: { ...(now && { now }), ...(timeZone && { timeZone }) },
  };
}

function parse(words: readonly string[]) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      config: { type: 'string' },
      origin: { type: 'string', multiple: true },
      now: { type: 'string' },
      'time-zone': { type: 'string' },
    },
  });
  const port = values.port === undefined ? undefined : checkPort(values.port);
  return { ...values, port, origins: values.origin?.map(checkGivenOrigin) };
}

/** `undefined`: the facts are in the database that the configuration names. */
function dataFolder(given: { data?: string | undefined }, config: ReadConfig): string | undefined {
  const data = given.data ?? (config.data === undefined ? undefined : resolve(config.folder, config.data));
  const isElsewhere = config.database?.kind === 'clickhouse';
  if (data === undefined && !isElsewhere) throw new UsageError('Say where the facts are: --data DIR.');
  if (given.data !== undefined && isElsewhere)
    throw new UsageError('The configuration names a ClickHouse. Leave out --data or the database.');
  return data;
}

const logOf = ({ log }: ReadConfig) =>
  pino(
    { level: log?.level ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );

function handlerOptions({ limits, trustProxy, metrics }: ReadConfig, origins: readonly string[]) {
  return {
    ...(origins.length > 0 && { cors: { origins } }),
    ...(limits && { limits: limits as HandlerLimits }),
    ...(trustProxy !== undefined && { trustProxy }),
    ...(metrics && { metrics }),
  };
}

async function summarise({ engine }: OpenedEngine, access: Access): Promise<string> {
  const { facts, refused } = await engine.sourceFor(access).describe();
  for (const { fact, index, field, reason } of refused.first)
    process.stderr.write(`refused: ${fact}[${index}]${field ? `.${field}` : ''} ${reason}\n`);
  return `${countFacts(facts)}; ${refused.count} ${refused.count === 1 ? 'record' : 'records'} refused`;
}

/** The first signal lets answers under way finish, the second does not. */
function endOnSignal(
  server: NodeServer,
  { close }: OpenedEngine,
  { shutdownSeconds = DEFAULT_SHUTDOWN_SECONDS }: ReadConfig,
): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    server
      .close({ graceMs: shutdownSeconds * 1000 })
      .then(close)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${(error as Error).message}\n`);
          process.exit(1);
        },
      );
  };
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, end);
}

function checkPort(text: string): number {
  const port = Number(text);
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`The port is "${text}". Use a whole number from 0 to 65535.`);
}

function checkGivenOrigin(text: string): string {
  try {
    return checkOrigin(text);
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
