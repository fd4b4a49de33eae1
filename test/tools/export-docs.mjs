// `npm run docs:export`: the guide and a page for each tag as plain Markdown in `dist/docs`, all of it in `guide.md`, and an index in `llms.txt`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest, tagPage } from './tag-pages.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GUIDE = 'stories/docs';
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** The pages of the guide, in the order in which the README names them; those that it does not name come last. */
function readGuide() {
  const readme = read('README.md');
  const names = readdirSync(join(ROOT, GUIDE)).filter((name) => name.endsWith('.md'));
  const placeOf = (name) => {
    const place = readme.indexOf(`${GUIDE}/${name}`);
    return place < 0 ? readme.length : place;
  };
  return names.sort((a, b) => placeOf(a) - placeOf(b)).map((name) => ({ name, text: read(`${GUIDE}/${name}`) }));
}

const titleOf = (text) => /^# (.*)$/m.exec(text)[1];
const toAnchor = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** Gives every link of a text another target; where there is none, its words stay. */
const withLinks = (text, toTarget) =>
  text.replaceAll(/\[([^\]]*)\]\(([^)\s]+)\)/g, (link, label, target) => {
    if (/^(https?:|#)/.test(target)) return link;
    const found = toTarget(target);
    return found ? `[${label}](${found})` : label;
  });

/** Headings one step lower, those in code left alone. */
const lowered = (text) =>
  text
    .split(/(^ *```[\s\S]*?^ *```$)/m)
    .map((piece, place) => (place % 2 ? piece : piece.replaceAll(/^#/gm, '##')))
    .join('');

/** Every file of the export by its name. */
export function exportDocs(manifest) {
  const guide = readGuide();
  const { tags, fields } = readManifest(manifest);
  const summary = JSON.parse(read('package.json')).description;
  const isPage = (target) => guide.some(({ name }) => name === target.split('#')[0]);
  const toHere = (target) => {
    const [name, anchor] = target.split('#');
    const page = guide.find((one) => one.name === name);
    return page && `#${anchor ?? toAnchor(titleOf(page.text))}`;
  };
  const pages = tags.map((tag) => ({ tag, text: tagPage(tag, fields) }));
  const files = new Map(
    guide.map(({ name, text }) => [name, withLinks(text, (target) => (isPage(target) ? target : undefined))]),
  );
  for (const { tag, text } of pages) files.set(`tags/${tag.tagName}.md`, text.replaceAll(/^##/gm, '#'));
  files.set(
    'guide.md',
    [
      `# agent-metrics-kit\n\n${summary}\n`,
      ...guide.map(({ text }) => lowered(withLinks(text, toHere))),
      '## Reference of the tags\n',
      ...pages.map(({ text }) => lowered(text)),
    ].join('\n'),
  );
  files.set(
    'llms.txt',
    [
      `# agent-metrics-kit\n\n> ${summary}\n`,
      'All pages in one file: [guide.md](guide.md)\n',
      '## Guide\n',
      ...guide.map(({ name, text }) => `- [${titleOf(text)}](${name})`),
      '\n## Tags\n',
      ...tags.map(
        ({ tagName, description = '' }) => `- [${tagName}](tags/${tagName}.md): ${description.replaceAll(/\s+/g, ' ')}`,
      ),
      '',
    ].join('\n'),
  );
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(ROOT, 'dist/docs');
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of exportDocs(JSON.parse(read('custom-elements.json')))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
