#!/usr/bin/env node
/** `agent-metrics`: picks the command. What fails says so in a sentence and ends with 1, wrong usage with 2. */
import { check } from './commands/check.js';
import { importCommand } from './commands/import.js';
import { serve } from './commands/serve.js';
import { isUsageError, type Command } from './commands/command.js';

const COMMANDS: Readonly<Record<string, Command>> = { serve, import: importCommand, check };

const HELP = `agent-metrics: numbers about an AI customer agent, from files to an endpoint.

  agent-metrics import FILES… --into DIR   reads your export into a database
  agent-metrics serve --data DIR           answers the widgets' questions about it
  agent-metrics check URL                  proves that an endpoint keeps the contract

Start so:

  agent-metrics import conversations.ndjson orders.csv --into data
  agent-metrics serve --data data

Each command explains itself: agent-metrics serve --help
`;

async function main([name, ...words]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return void process.stdout.write(HELP);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return usage(`Unknown command "${name}". Use one of: ${Object.keys(COMMANDS).join(', ')}, or --help.`);
  if (words.includes('--help') || words.includes('-h')) return void process.stdout.write(command.help);
  const code = await command.run(words);
  if (code !== undefined) process.exitCode = code;
}

function usage(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (isUsageError(error)) return usage(error.message);
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
