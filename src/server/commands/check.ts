/** `agent-metrics check`: whether an endpoint keeps the contract. */
import type { Command } from './command.js';

const HELP = `agent-metrics check URL [--token-env NAME] [--facts] [--json]

Asks the endpoint at URL (as http://127.0.0.1:8787/api) what the widgets ask, and tells which promises of the contract it keeps.

  --token-env    the environment variable that holds a token for Authorization: Bearer
  --facts        the endpoint holds the published facts: numbers are compared, too
  --print-facts  writes those facts, to be loaded into the endpoint
  --json         a report for machines

Ends with 0 when every promise is kept, else with 1; with 2 when the command is wrong.
`;

export const check: Command = { help: HELP, run };

async function run(): Promise<number> {
  throw new Error('The check is not there yet.');
}
