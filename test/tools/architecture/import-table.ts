/** What the modules of one folder of `src` may import, beside each other. */
export interface Row {
  /** Folder below `src`, or a file in it. */
  folder: string;
  /** Other folders. */
  folders?: string[];
  /** Of other folders only these modules, or folders of modules: paths below `src`. */
  modules?: string[];
  /** Folders of which only types may be taken. */
  typesOf?: string[];
  /** Packages: by name, or with all their subpaths (`lit/*` includes `lit`). */
  packages?: string[];
  /** Packages of which only types may be taken. */
  packageTypes?: string[];
  /** Packages that no module loaded at the start may import. */
  lazyPackages?: string[];
}

const DATE_FNS = ['date-fns/*', '@date-fns/tz/*', '@date-fns/utc/*'];

/** The architecture, one row a folder. `elements/x` stands for each element's own folder. */
export const importTable: Row[] = [
  { folder: 'core', packages: DATE_FNS },
  { folder: 'contract', folders: ['core'], packages: ['zod/mini'] },
  { folder: 'ingest', folders: ['core', 'contract'], packages: ['@uwdata/flechette'] },
  { folder: 'sources', folders: ['core', 'contract', 'ingest'] },
  { folder: 'context', typesOf: ['core', 'sources'], packages: ['@lit/context'], packageTypes: ['lit/*'] },
  {
    folder: 'controllers',
    folders: ['core', 'sources', 'context', 'locales'],
    modules: ['ingest/run-in-slices.ts'],
    packageTypes: ['lit/*'],
  },
  {
    folder: 'elements/x',
    folders: ['core', 'controllers', 'context', 'locales', 'elements/shared'],
    packages: ['lit/*'],
    lazyPackages: ['chart.js/*'],
  },
  {
    folder: 'elements/shared',
    folders: ['core', 'controllers', 'context', 'locales'],
    packages: ['lit/*'],
    lazyPackages: ['chart.js/*'],
  },
  { folder: 'define', folders: ['elements/x'] },
  { folder: 'locales' },
  { folder: 'react', folders: ['elements/x', 'elements/shared', 'define'], packages: ['react', '@lit/react'] },
  {
    folder: 'server',
    folders: ['core', 'contract', 'ingest'],
    // The interface, the client of `check`, data held in memory, and the adapters of `import`.
    modules: ['sources/metrics-source.ts', 'sources/endpoint-source.ts', 'sources/local-source.ts', 'sources/adapters'],
    packages: [
      'node:*',
      '@clickhouse/client',
      '@duckdb/node-api',
      'hono/*',
      '@hono/node-server/*',
      'jose',
      'pino',
      'prom-client',
      'rate-limiter-flexible',
      'zod/mini',
    ],
  },
  {
    folder: 'index.ts',
    folders: [
      'core',
      'contract',
      'ingest',
      'sources',
      'context',
      'controllers',
      'elements/x',
      'elements/shared',
      'define',
      'locales',
    ],
  },
  { folder: 'jsx.ts', typesOf: ['index.ts'], packageTypes: ['lit/*', 'react'] },
];

/** The row that a file of `src` belongs to. */
export function findRow(path: string): Row | undefined {
  const [, first = '', second = ''] = path.split('/');
  const folder = first !== 'elements' ? first : second === 'shared' ? 'elements/shared' : 'elements/x';
  return importTable.find((row) => row.folder === folder);
}
