// Runs a command and shows what it said only when it failed: node test/tools/run-quietly.mjs npm run build
import { runCommand } from './run-command.mjs';

const { code, output } = await runCommand(process.argv.slice(2));
if (code !== 0) console.error(output);
process.exitCode = code;
