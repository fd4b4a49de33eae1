import { findEagerImports, findForeignImports } from './check-imports.js';
import { findCycles } from './find-cycles.js';
import { readImports, type SourceFile } from './read-imports.js';

const MAX_LINES = 400;

function findLongFiles(files: SourceFile[]): string[] {
  const lines = ({ text }: SourceFile): number => text.replace(/\n$/, '').split('\n').length;
  return files
    .filter((file) => !file.path.startsWith('src/locales/') && lines(file) > MAX_LINES)
    .map((file) => `${file.path} has ${lines(file)} lines, over ${MAX_LINES}.`);
}

const namesOf = (paths: string[], pattern: RegExp): string[] => paths.flatMap((path) => pattern.exec(path)?.[1] ?? []);

/** A tag is an element's folder with a file of the same name; each has its module in `define`, and the other way round. */
function findUnpairedTags(files: SourceFile[]): string[] {
  const paths = files.map(({ path }) => path);
  const tags = namesOf(paths, /^src\/elements\/([^/]+)\/\1\.ts$/);
  const defined = namesOf(paths, /^src\/define\/([^/]+)\.ts$/);
  return [
    ...tags.filter((tag) => !defined.includes(tag)).map((tag) => `src/define/${tag}.ts is missing.`),
    ...defined
      .filter((tag) => !tags.includes(tag))
      .map((tag) => `src/define/${tag}.ts defines no element of src/elements.`),
  ];
}

/** One sentence for each place where the modules of `src` break the architecture. */
export function findViolations(files: SourceFile[]): string[] {
  const imports = files.flatMap(readImports);
  return [
    ...findForeignImports(imports),
    ...findEagerImports(imports),
    ...findCycles(imports),
    ...findLongFiles(files),
    ...findUnpairedTags(files),
  ];
}
