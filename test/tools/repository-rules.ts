/** A tracked file: its path from the repository's root and its text. */
export interface TrackedFile {
  path: string;
  text: string;
}

const REQUIRED = [
  'src',
  'stories',
  'demo',
  'test',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'web-test-runner.config.mjs',
  'README.md',
];
const CUSTOMARY =
  /^(\..+|package-lock\.json|LICENSE|(CHANGELOG|ARCHITECTURE|CONTRIBUTING|SECURITY|CODE_OF_CONDUCT)\.md|.+\.config\.(ts|mjs)|tsconfig\.[a-z]+\.json)$/;

/** One sentence for each name at the top that does not belong there or is not there. */
export function findMisplaced(paths: string[]): string[] {
  const top = [...new Set(paths.map((path) => path.split('/')[0] ?? path))];
  return [
    ...top
      .filter((name) => !REQUIRED.includes(name) && !CUSTOMARY.test(name))
      .map((name) => `${name} does not belong at the top.`),
    ...REQUIRED.filter((name) => !top.includes(name)).map((name) => `${name} is missing.`),
  ];
}

const LEAKS: [what: string, pattern: RegExp][] = [
  ['a package registry', /https?:\/\/(registry|npm)\.[a-z]/i],
  ['a resolved address', /"resolved": *"/],
  ['a path of one machine', /(?<![\w.~/-])\/(work|farm|home|Users|tmp)\/\w/],
];

/** One sentence for each address or path that other people do not have. */
export function findLeaks(files: TrackedFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    LEAKS.flatMap(([what, pattern]) => {
      const found = pattern.exec(text);
      return found ? [`${path} names ${what}, line ${text.slice(0, found.index).split('\n').length}.`] : [];
    }),
  );
}
