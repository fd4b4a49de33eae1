import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ code: number, output: string, seconds: number }} CommandResult */

// Commands run in groups of their own, which the terminal's Ctrl+C does not reach; leaving by `exit` ends them.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Ends a command together with everything it started. */
function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Gathers both streams in the order in which they came; the answer reads what there is so far, without colours. */
function collect(child) {
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return () => stripVTControlCharacters(Buffer.concat(chunks).toString());
}

/**
 * Runs a command without a terminal or input and waits for its end.
 *
 * @param {string[]} command program and arguments
 * @param {{ env?: Record<string, string>, timeoutMs?: number }} [options]
 * @returns {Promise<CommandResult>}
 */
export async function runCommand([program, ...args], { env = {}, timeoutMs = 600_000 } = {}) {
  const startedAt = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const readOutput = collect(child);
  let remark = '';
  const alarm = setTimeout(() => {
    remark = `\nStopped after ${timeoutMs / 1000} s.`;
    killGroup(child);
  }, timeoutMs);
  const stop = () => killGroup(child);
  process.once('exit', stop);
  const [code] = await once(child, 'close').catch((error) => {
    remark = `\n${error.message}`;
    return [1];
  });
  clearTimeout(alarm);
  process.off('exit', stop);
  return { code: code ?? 1, output: readOutput() + remark, seconds: (performance.now() - startedAt) / 1000 };
}
