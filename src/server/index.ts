/** The reference endpoint for any JavaScript server, and its Node adapter. */
export { createMetricsHandler, type HandlerLimits, type MetricsHandler, type MetricsHandlerOptions } from './http/metrics-handler.js';
export { startNodeServer, type NodeServer, type NodeServerOptions } from './http/node-server.js';
export { openFile, openFolder } from './open-folder.js';
export type { Problem } from './http/problem.js';
