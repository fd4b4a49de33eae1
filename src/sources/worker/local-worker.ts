/** The module that runs in the worker. */
import { LocalAnswers } from '../local/local-answers.js';
import { WorkerHost } from './worker-host.js';
import type { FromWorker, ToWorker } from './messages.js';

/** What a worker has of its own global scope. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const host = new WorkerHost(
  (options) => new LocalAnswers(options, { isOwnThread: true }),
  (message) => scope.postMessage(message),
);
scope.onmessage = ({ data }) => host.receive(data);
scope.postMessage({ kind: 'ready' });
