/** `agent-metrics import`: files of facts into a database. */
import type { Command } from './command.js';

const HELP = `agent-metrics import FILES… --into DIR [--as FACT] [--config FILE] [--refused FILE] [--quiet]

Reads JSON, NDJSON and CSV, gzipped or not, into the database in DIR, which is made if it is not there.
A file's name says what it holds: conversations.ndjson, orders-2026.csv.gz. A JSON file may also hold an object of lists.
The same file twice changes nothing, and an import that was stopped goes on where it was.

  --into     the folder of the database; agent-metrics serve --data reads it
  --as       conversations, orders or articles, whatever the names say; needed for - (the standard input)
  --config   settings, columns, labels, currency, timeZone; default: DIR/settings.json
  --refused  where records go that do not fit, with the reason; default: DIR/refused/NAME.ndjson
  --quiet    no progress

Ends with 0, with 1 when a file could not be read, with 2 when the command is wrong.
`;

export const importCommand: Command = { help: HELP, run };

async function run(): Promise<number> {
  throw new Error('The import is not there yet.');
}
