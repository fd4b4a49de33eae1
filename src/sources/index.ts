/** Where numbers come from: computed in the page, or fetched from an endpoint; and what turns exports of help desks into facts. */
export * from './page-sources.js';
export {
  fromFreshdesk,
  fromIntercom,
  fromZendesk,
  streamExport,
  type ExportFacts,
  type ExportStream,
  type VendorName,
} from './adapters/from-exports.js';
export type { AdapterOptions, Finding } from './adapters/adapter-options.js';
export type { AdapterReport } from './adapters/adapter-report.js';
export type { ExportFile, ExportInput, ExportPart } from './adapters/export-file.js';
