import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { findLeaks, findMisplaced } from '../tools/repository-rules.js';

const BINARY = /\.(png|jpe?g|webp|ico|woff2?|gz|br|zip|arrow|parquet|wasm)$/;

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(existsSync);

describe('the repository', () => {
  it('has the agreed names at its top', () => {
    expect(findMisplaced(tracked)).to.deep.equal([]);
  });

  it('names no registry and no machine', () => {
    const files = tracked
      .filter((path) => !BINARY.test(path))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    expect(findLeaks(files)).to.deep.equal([]);
  });
});

describe('findMisplaced', () => {
  const agreed = [
    'src/a.ts',
    'stories/a.ts',
    'demo/a.mjs',
    'test/a.ts',
    'package.json',
    'tsconfig.json',
    'vite.config.ts',
    'web-test-runner.config.mjs',
    'README.md',
  ];

  it('accepts dotfiles, lockfile, licence, configurations and the documents that people look for there', () => {
    expect(
      findMisplaced([
        ...agreed,
        '.ci/run',
        'package-lock.json',
        'LICENSE',
        'CHANGELOG.md',
        'ARCHITECTURE.md',
        'CONTRIBUTING.md',
        'SECURITY.md',
        'CODE_OF_CONDUCT.md',
        'eslint.config.mjs',
        'tsconfig.build.json',
      ]),
    ).to.deep.equal([]);
  });

  it('names what is too much and what lacks', () => {
    expect(findMisplaced([...agreed.slice(1), 'tools/a.mjs'])).to.deep.equal([
      'tools does not belong at the top.',
      'src is missing.',
    ]);
  });
});

describe('findLeaks', () => {
  const one = (text: string) => findLeaks([{ path: 'a.md', text }]);

  it('finds registries, resolved addresses and paths of one machine', () => {
    expect(one(`fine\nhttps://${'registry'}.example.org`)).to.deep.equal(['a.md names a package registry, line 2.']);
    expect(one(`"resolved${'": "'}https://example.org/a.tgz"`)).to.deep.equal([
      'a.md names a resolved address, line 1.',
    ]);
    expect(one(`open '/${'work'}/main'`)).to.deep.equal(['a.md names a path of one machine, line 1.']);
  });

  it('leaves addresses of pages alone', () => {
    expect(one('https://example.org/work/plan, ../work/a, src/home/x')).to.deep.equal([]);
  });
});
