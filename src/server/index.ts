/** The reference endpoint for any JavaScript server, and its Node adapter. */
export { DEFAULT_ROLES, type Access, type Auth, type Permissions, type Roles } from './access/access.js';
export type { JwtConfig } from './access/jwt-auth.js';
export { maskedSource, type MaskOptions } from './access/masked-source.js';
export type { StaticToken } from './access/static-tokens.js';
export { createTokenAuth, type TokenAuthConfig } from './access/token-auth.js';
export type { Connection } from './http/client-address.js';
export type { HandlerLimits } from './http/handler-options.js';
export type { MetricsHandlerOptions, TenantEngine } from './http/handler-options.js';
export { createMetricsHandler, type MetricsHandler } from './http/metrics-handler.js';
export { startNodeServer, type NodeServer, type NodeServerOptions } from './http/node-server.js';
export { createDatabaseEngine } from './database-engine.js';
export {
  DatabaseError,
  type DatabaseErrorType,
  type FactDatabase,
  type FactWrite,
  type TenantFacts,
} from './database/fact-database.js';
export { openClickHouse, openDuckDb } from './database/open-database.js';
export { importFile, type ImportOptions } from './import/import-file.js';
export { type ImportProgress, type ImportReport } from './import/import-run.js';
export { importExport, type ExportImportOptions, type ExportImportReport } from './import/import-export.js';
export { openFile, openFolder } from './open-folder.js';
export type { Problem } from './problem.js';
export type { Log } from './http/request-log.js';
