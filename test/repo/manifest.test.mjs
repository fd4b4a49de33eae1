import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { expect } from 'chai';
import { EVERY_TAG } from '../elements/support/every-tag.ts';
import { exportDocs } from '../tools/export-docs.mjs';

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

function analyze() {
  execFileSync(process.execPath, [CEM, 'analyze', '--quiet', '--outdir', FOLDER]);
  return JSON.parse(readFileSync(`${FOLDER}/custom-elements.json`, 'utf8'));
}

describe('custom-elements.json', () => {
  const manifest = analyze();
  /** Every tag's declaration. */
  const declarations = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ customElement, tagName }) => customElement && tagName);

  it('lists every tag', () => {
    const tags = readFileSync('src/index.ts', 'utf8').matchAll(/'\.\/define\/([\w-]+)\.js'/g);
    expect(declarations.map(({ tagName }) => tagName).sort()).to.deep.equal([...tags].map(([, tag]) => tag).sort());
  });

  it('has every tag in the suite that holds for every widget', () => {
    expect(declarations.map(({ tagName }) => tagName).sort()).to.deep.equal(Object.keys(EVERY_TAG).sort());
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

describe('the exported guide', () => {
  const manifest = analyze();
  const files = exportDocs(manifest);
  const whole = files.get('guide.md');
  const index = files.get('llms.txt');

  for (const name of readdirSync('stories/docs').filter((each) => each.endsWith('.md'))) {
    it(`has ${name}`, () => {
      const title = /^# (.*)$/m.exec(readFileSync(`stories/docs/${name}`, 'utf8'))[1];
      expect(files.get(name)).to.contain(`# ${title}`);
      expect(whole).to.contain(`\n## ${title}\n`);
      expect(index).to.contain(`[${title}](${name})`);
    });
  }

  for (const tag of Object.keys(EVERY_TAG)) {
    it(`has <${tag}> with its attributes, events and slots`, () => {
      const page = files.get(`tags/${tag}.md`);
      expect(page).to.match(/^# `</);
      const {
        attributes,
        events,
        slots = [],
      } = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
      for (const { name } of [...attributes, ...events, ...slots].filter((one) => one.name))
        expect(page).to.contain(`| \`${name}\` |`);
      expect(whole).to.contain(`### \`<${tag}>\``);
      expect(index).to.contain(`(tags/${tag}.md)`);
    });
  }

  it('links only to what is in it', () => {
    const anchors = [...whole.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    for (const [name, text] of files) {
      for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        if (target.startsWith('#')) expect(anchors, `${name} links to ${target}`).to.include(target.slice(1));
        else expect([...files.keys()], `${name} links to ${target}`).to.include(target.split('#')[0]);
      }
    }
  });
});
