/** `agent-metrics serve`: the reference endpoint on a folder of facts. */
import { parseArgs } from 'node:util';
import { createMetricsHandler } from '../http/metrics-handler.js';
import { startNodeServer } from '../http/node-server.js';
import { openFolder } from '../open-folder.js';
import { UsageError, type Command } from './command.js';

const HELP = `agent-metrics serve --data FOLDER [--port 8787] [--origin URL]… [--now INSTANT] [--time-zone ZONE]

Answers questions about the facts in FOLDER at http://127.0.0.1:PORT/api, on this machine only.
FOLDER holds files such as conversations.ndjson, orders.json or data.json (an object of lists), gzipped or not.
A settings.json in it says how to read them: an object of settings, columns, labels, currency, timeZone.

  --port       default 8787
  --origin     a page's origin that may ask from the browser, as http://localhost:5173; may be given several times
  --now        an instant that stands for now, as 2026-06-07T12:00:00Z; default: the clock
  --time-zone  IANA zone that cuts the days, as Europe/Berlin; default: what the data say
`;

export const serve: Command = { help: HELP, run };

async function run(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' }, port: { type: 'string', default: '8787' }, origin: { type: 'string', multiple: true }, now: { type: 'string' }, 'time-zone': { type: 'string' } },
  });
  if (values.data === undefined) throw new UsageError('Say where the facts are: --data FOLDER.');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`The port is "${values.port}". Use a whole number from 0 to 65535.`);
  const engine = await openFolder(values.data, { ...(values.now && { now: values.now }), ...(values['time-zone'] && { timeZone: values['time-zone'] }) });
  const { facts, refused } = await engine.describe();
  const server = await startNodeServer(createMetricsHandler({ engine, ...(values.origin && { cors: { origins: values.origin.map(checkOrigin) } }) }), { port });
  process.stdout.write(`${Object.entries(facts).map(([fact, count]) => `${count} ${fact}`).join(', ')}; ${refused.count} records refused\n${server.url}/api\n`);
  for (const { fact, index, field, reason } of refused.first) process.stderr.write(`refused: ${fact}[${index}]${field ? `.${field}` : ''} ${reason}\n`);
}

/** Browsers send an origin without path or slash at its end; anything else would never match. */
function checkOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin === text) return text;
  throw new UsageError(`The origin is "${text}". Write scheme, host and port alone, as http://localhost:5173.`);
}
