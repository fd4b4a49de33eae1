import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';

const FOLDER = 'test-results/manifest';
const CEM = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const SHARED = [
  'endpoint',
  'data-src',
  'range',
  'compare',
  'time-zone',
  'week-start',
  'now',
  'filters',
  'refresh',
  'heading',
];
const UNWRITTEN = ['getToken', 'data', 'source'];

/** Every tag's declaration. */
function analyze() {
  execFileSync(process.execPath, [CEM, 'analyze', '--quiet', '--outdir', FOLDER]);
  const { modules } = JSON.parse(readFileSync(`${FOLDER}/custom-elements.json`, 'utf8'));
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ customElement, tagName }) => customElement && tagName);
}

describe('custom-elements.json', () => {
  const declarations = analyze();

  it('lists every tag', () => {
    const tags = readFileSync('src/index.ts', 'utf8').matchAll(/'\.\/define\/([\w-]+)\.js'/g);
    expect(declarations.map(({ tagName }) => tagName).sort()).to.deep.equal([...tags].map(([, tag]) => tag).sort());
  });

  for (const { tagName, attributes = [], members = [], events = [] } of declarations) {
    for (const name of SHARED) {
      it(`describes ${name} of <${tagName}>`, () => {
        const attribute = attributes.find((one) => one.name === name);
        expect(attribute?.description).to.match(/\w/);
        expect(members.some((one) => one.name === attribute.fieldName && one.attribute === name)).to.equal(true);
      });
    }

    it(`has ${UNWRITTEN.join(', ')} of <${tagName}> as properties alone`, () => {
      for (const name of UNWRITTEN) {
        expect(members.find((one) => one.name === name)?.description).to.match(/\w/);
        expect(attributes.some((one) => one.fieldName === name)).to.equal(false);
      }
    });

    it(`describes every event of <${tagName}>`, () => {
      for (const { name, description } of events) expect(description, name).to.match(/\w/);
    });
  }
});
