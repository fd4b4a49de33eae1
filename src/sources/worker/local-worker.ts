/** The module that runs in the worker. */
import { LocalAnswers } from '../local/local-answers.js';
import { WorkerDesk } from './worker-desk.js';
import type { FromWorker, ToWorker } from './messages.js';

/** What a worker has of its own global scope. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const desk = new WorkerDesk(
  (options) => new LocalAnswers(options, { isOwnThread: true }),
  (message) => scope.postMessage(message),
);
scope.onmessage = ({ data }) => desk.receive(data);
scope.postMessage({ kind: 'ready' });
