/** The command line as its own process, built from the sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export interface Command {
  start(words: readonly string[], options?: { env?: Record<string, string> }): Running;
  remove(): Promise<void>;
}

export interface Running {
  child: ChildProcess;
  said: { out: string; err: string };
  /** The endpoint's address, once it is told. */
  url: Promise<string>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Builds it into a folder of its own; what was started is ended with it. */
export async function buildCommand(): Promise<Command> {
  const folder = await mkdtemp(join(tmpdir(), 'agent-metrics-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/server/cli.ts', outDir: folder, emptyOutDir: false, target: 'node20', minify: false },
  });
  const running: Running[] = [];
  return {
    start(words, { env = {} } = {}) {
      const one = run(join(folder, 'cli.js'), words, env);
      running.push(one);
      return one;
    },
    async remove() {
      for (const { child, ended } of running) {
        child.kill('SIGKILL');
        await ended;
      }
      await rm(folder, { recursive: true });
    },
  };
}

function run(script: string, words: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [script, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stderr.on('data', (text: Buffer) => {
    said.err += text.toString();
  });
  const url = new Promise<string>((done, fail) => {
    child.stdout.on('data', (text: Buffer) => {
      said.out += text.toString();
      const told = /^http:\S+$/m.exec(said.out)?.[0];
      if (told) done(told);
    });
    child.once('exit', () => fail(new Error(`It ended before it answered: ${said.err}`)));
  });
  // Whoever does not wait for it need not hear that it failed.
  url.catch(() => undefined);
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  return { child, said, url, ended };
}
