import { findRow, type Row } from './import-table.js';
import type { Import } from './read-imports.js';

/** `lit/*` holds lit and its subpaths, `node:*` Node's own modules, `zod/mini` itself. */
function covers(pattern: string, specifier: string): boolean {
  if (pattern === 'node:*') return specifier.startsWith('node:');
  const name = pattern.replace(/\/\*$/, '');
  return specifier === name || (name !== pattern && specifier.startsWith(`${name}/`));
}

const anyCovers = (patterns: string[] = [], specifier: string): boolean =>
  patterns.some((pattern) => covers(pattern, specifier));

function mayImportPackage(row: Row, { specifier, kind }: Import): boolean {
  if (anyCovers(row.packages, specifier) || anyCovers(row.lazyPackages, specifier)) return true;
  return kind === 'type' && anyCovers(row.packageTypes, specifier);
}

/** `src/elements/agent-x/…` and `src/core/…` are places of which each module may use the rest. */
function placeOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, parts[1] === 'elements' ? 3 : 2).join('/');
}

/** `sources/adapters` holds all modules of the folder. */
const isModuleOf = (modules: string[] = [], target: string): boolean =>
  modules.some((module) => target === `src/${module}` || target.startsWith(`src/${module}/`));

function mayImportFile(row: Row, { from, target = '', kind }: Import): boolean {
  if (placeOf(from) === placeOf(target) || isModuleOf(row.modules, target)) return true;
  const folder = findRow(target)?.folder ?? '';
  return !!row.folders?.includes(folder) || (kind === 'type' && !!row.typesOf?.includes(folder));
}

function isAllowed(one: Import): boolean {
  const row = findRow(one.from);
  if (!row) return false;
  return one.target === undefined ? mayImportPackage(row, one) : mayImportFile(row, one);
}

/** One sentence for each import that the table does not allow. */
export function findForeignImports(imports: Import[]): string[] {
  return imports
    .filter((one) => !isAllowed(one))
    .map(({ from, specifier, kind }) => `${from} must not import ${specifier}${kind === 'type' ? ' (types)' : ''}.`);
}

const ENTRY =
  /^src\/([^/]+\.ts|[^/]+\/index\.ts|server\/cli\.ts|(define|locales)\/[^/]+\.ts|elements\/([^/]+)\/\3\.ts)$/;

/** Every file that is loaded with one of the entries, before anything is asked for. */
function filesLoadedAtStart(imports: Import[]): Set<string> {
  const loaded = new Set(imports.map(({ from }) => from).filter((path) => ENTRY.test(path)));
  // A set hands out what is added while it is walked.
  for (const path of loaded) {
    for (const one of imports) if (one.from === path && one.kind === 'static' && one.target) loaded.add(one.target);
  }
  return loaded;
}

/** One sentence for each static import that pulls a heavy package into the start. */
export function findEagerImports(imports: Import[]): string[] {
  const loaded = filesLoadedAtStart(imports);
  return imports
    .filter(
      ({ from, kind, specifier }) =>
        kind === 'static' && loaded.has(from) && anyCovers(findRow(from)?.lazyPackages, specifier),
    )
    .map(({ from, specifier }) => `${from} must load ${specifier} with import(), or be loaded so itself.`);
}
