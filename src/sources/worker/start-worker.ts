/** Starts the worker where the page allows one: not under a policy without workers, not from another origin, not under Trusted Types. */
import type { CheckedOptions } from '../../core/source-options.js';
import type { FromWorker } from './messages.js';
import { WorkerAnswers } from './worker-answers.js';

/** Until a worker that says nothing is given up. */
const START_MS = 10_000;

/** `undefined`: there is none to be had, and this thread does the work. */
export async function startWorker(options: CheckedOptions): Promise<WorkerAnswers | undefined> {
  const worker = openWorker();
  if (!worker || !(await saysReady(worker))) {
    worker?.terminate();
    return undefined;
  }
  const answers = openAnswers(worker, options);
  if (!answers) return undefined;
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => answers.receive(data);
  worker.onerror = (event) => answers.fail(event.message || 'it could not go on');
  return answers;
}

/** `undefined`: the options hold what cannot be handed over, such as a framework's proxy. */
function openAnswers(worker: Worker, options: CheckedOptions): WorkerAnswers | undefined {
  try {
    return new WorkerAnswers(worker, options);
  } catch {
    worker.terminate();
    return undefined;
  }
}

function openWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    // The build keeps the worker a file of its own, under a name that it knows.
    return new Worker(new URL(/* @vite-ignore */ './local-worker.js', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

function saysReady(worker: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), START_MS);
    const settle = (isReady: boolean) => {
      clearTimeout(timer);
      resolve(isReady);
    };
    worker.onmessage = () => settle(true);
    worker.onerror = (event) => {
      // The page goes on without it.
      event.preventDefault();
      settle(false);
    };
  });
}
