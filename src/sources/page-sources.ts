/** The sources that widgets use: computed in the page, or fetched from an endpoint. */
export type { AskOptions, MetricsSource } from './metrics-source.js';
export { SourceError } from '../core/source-error.js';
export type { IngestProgress, ProgressListener } from './progress.js';
export { checkDescription } from './check-description.js';
export { createFileSource, type FileOptions, type FileSource } from './file-source.js';
export { createLocalSource, type LocalSource, type LocalSourceOptions } from './local-source.js';
export { createEndpointSource, type EndpointOptions } from './endpoint-source.js';
export type { FactColumns, CustomColumns } from '../core/custom-columns.js';
export type { SuppliedData } from '../ingest/read-facts.js';
export type { CodedValues, ColumnarData, ColumnValues } from '../ingest/columnar-json.js';
