/** The types of the tags in React, as the built package gives them: what a page may write, and what is refused. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';

const FOLDER = 'test-results/jsx';
const VERSIONS = { 18: 'types-react18', 19: '@types/react' };

/** What TypeScript says about files of JSX, by file. */
function compile(version, files) {
  const folder = `${FOLDER}/react-${version}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files))
    writeFileSync(`${folder}/${name}.tsx`, `import 'agent-metrics-kit/jsx';\n${text}\nexport {};\n`);
  const types = `../../../node_modules/${VERSIONS[version]}`;
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        jsx: 'react-jsx',
        paths: { react: [types], 'react/*': [`${types}/*`] },
      },
      files: Object.keys(files).map((name) => `${name}.tsx`),
    }),
  );
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/typescript7/bin/tsc', '--pretty', 'false', '-p', folder],
    { encoding: 'utf8' },
  );
  const problems = stdout.split(/\n(?=\S)/).filter((line) => line.includes('error TS'));
  const about = (name) => problems.filter((line) => line.includes(`/${name}.tsx`) || line.startsWith(`${name}.tsx`));
  return { problems, about };
}

/** A value for an attribute; `undefined` for a list or an object by its property name, which may be written as text under React 18 alone. */
function sampleOf({ type, name, fieldName, default: usual = '' }, version) {
  if (/^'.+'$/.test(usual)) return usual;
  const kinds = type.text.split('|').map((kind) => kind.trim());
  if (kinds.includes('boolean')) return '{true}';
  if (kinds.some((kind) => kind === 'number' || kind === 'WeekStart')) return '{1}';
  const literal = kinds.find((kind) => kind.startsWith("'"));
  if (literal) return literal;
  return kinds.includes('string') || name !== fieldName || version === '18' ? '"text"' : undefined;
}

/** Every attribute of every tag, with a value of its type. */
function pageOfEverything(version) {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const tags = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return tags
    .map(({ tagName, attributes }) => {
      const typed = attributes
        .filter(({ type }) => type)
        .map((attribute) => [attribute.name, sampleOf(attribute, version)]);
      const written = typed.filter(([, sample]) => sample).map(([name, sample]) => `${name}=${sample}`);
      return `export const ${tagName.replaceAll('-', '_')} = <${tagName} ${written.join(' ')} />;`;
    })
    .join('\n');
}

/** With what has no attribute, as a page writes it on the provider and on the dashboard. */
const good = ({ provider, dashboard }) => `
import { createLocalSource } from 'agent-metrics-kit/sources';
import { useRef, type ReactNode } from 'react';
import type { AgentKpiGrid } from 'agent-metrics-kit';
export function Page({ children }: { children?: ReactNode }) {
  const grid = useRef<AgentKpiGrid>(null);
  return (
    <agent-metrics-provider ${provider} time-zone="Europe/Berlin" weekStart={7} week-start="1" refresh={60}>
      <agent-kpi-grid key="grid" ref={grid} id="numbers" className="wide" class="wide" slot="top" lang="de" hidden metrics={['total-volume']} range="last-30-days"
        onagent-kpi-select={(event) => { event.preventDefault(); const metric: string = event.metric; grid.current?.setAttribute('title', metric); }}
        onagent-error={({ error }) => { console.log(error); }} onClick={() => undefined} style={{ width: 300 }} data-anything="x" aria-label="Numbers">
        {children}
        <h2 slot="heading">Numbers</h2>
      </agent-kpi-grid>
      <agent-conversation-table page-size={50} pageSize={50} sort="-updated-at" onagent-conversation-open={({ conversationId }) => conversationId.toUpperCase()} />
      <agent-volume-chart group-by="channel" groupBy="channel" filters={{ channel: ['web-chat'] }} />
      <agent-dashboard preset="customer-agent" endpoint="/api" ${dashboard} />
      <knowledge-gaps-card heading="Gaps" onagent-knowledge-add={({ topic }) => topic.length} />
    </agent-metrics-provider>
  );
}
export const range: string | undefined = undefined;
export const unset = <agent-kpi-grid range={range} metrics={undefined} />;
`;

const ALONE = {
  provider: `source={createLocalSource({ conversations: [] })} getToken={async () => 'token'} identity="anna"`,
  dashboard: 'data={{ conversations: [] }}',
};
/** React 18 sets attributes alone, so these go through a `ref`. */
const THROUGH_REF = {
  provider:
    "ref={(provider) => { if (provider) Object.assign(provider, { source: createLocalSource({}), getToken: async () => 'token', identity: 'anna' }); }}",
  dashboard: 'ref={(dashboard) => { if (dashboard) dashboard.data = { conversations: [] }; }}',
};
const GOOD = { 18: good(THROUGH_REF), 19: good(ALONE) };
/** Of React 18. */
const WITHOUT_ATTRIBUTE = Object.fromEntries(
  [
    'identity="anna"',
    'data={{ conversations: [] }}',
    "getToken={async () => 'token'}",
    'source={createLocalSource({})}',
  ].map((written, at) => [`wrongInAttributes${at}`, written]),
);

const GUIDE = readFileSync('stories/docs/put-it-on-a-page.md', 'utf8').match(/^```tsx\n([\s\S]*?)^```$/m)[1];

/** Each with what TypeScript has to say about it. */
const BAD = {
  wrongProperty: ['<agent-kpi-grid metric={["total-volume"]} />', /Property 'metric' does not exist/],
  wrongType: ['<agent-kpi-grid metrics={[1]} />', /Type 'number' is not assignable to type 'string'/],
  wrongText: ['<agent-kpi-grid range={30} />', /Type 'number' is not assignable to type 'string'/],
  wrongAttribute: ['<agent-kpi-grid time-zone={2} />', /Type 'number' is not assignable to type 'string'/],
  wrongNumber: ['<agent-conversation-table page-size="many" />', /Type '"many"' is not assignable to type/],
  wrongDay: ['<agent-kpi-grid weekStart={3} />', /Type '3' is not assignable to type/],
  wrongTag: ['<agent-kpi-table />', /Property 'agent-kpi-table' does not exist/],
  wrongEvent: [
    '<agent-kpi-grid onagent-kpi-select={({ chosen }) => chosen} />',
    /Property 'chosen' does not exist on type 'AgentKpiSelectEvent'/,
  ],
  method: ['<agent-dashboard reload={() => undefined} />', /Property 'reload' does not exist/],
  wrongSource: [
    '<agent-kpi-grid source="here" />',
    /Type 'string' is not assignable to type '(?:MetricsSource|undefined)'/,
  ],
};

for (const version of Object.keys(VERSIONS)) {
  describe(`agent-metrics-kit/jsx with React ${version}`, () => {
    const everyAttribute = pageOfEverything(version);
    const bad = Object.fromEntries(
      Object.entries(BAD).map(([name, [markup]]) => [name, `export const page = ${markup};`]),
    );
    const alone = Object.fromEntries(
      Object.entries(WITHOUT_ATTRIBUTE).map(([name, written]) => [
        name,
        `import { createLocalSource } from 'agent-metrics-kit/sources';\nexport const page = <agent-kpi-grid ${written} />;\nexport const source = createLocalSource;`,
      ]),
    );
    const { problems, about } = compile(version, {
      good: GOOD[version],
      ...alone,
      guide: GUIDE,
      everyAttribute,
      ...bad,
    });

    it('takes properties, attributes, events and what every element has', () =>
      expect(about('good')).to.deep.equal([]));
    it('takes what the guide shows', () => expect(about('guide')).to.deep.equal([]));
    it('takes every attribute of every tag', () => expect(about('everyAttribute')).to.deep.equal([]));
    it('says nothing about the package itself', () =>
      expect(problems.filter((line) => !/(good|readme|everyAttribute|wrong\w+|method)\.tsx/.test(line))).to.deep.equal(
        [],
      ));

    for (const [name, written] of Object.entries(WITHOUT_ATTRIBUTE)) {
      it(`${version === '18' ? 'refuses' : 'takes'} ${written}, which has no attribute`, () =>
        expect(about(name)).to.have.length(version === '18' ? 1 : 0));
    }

    for (const [name, [markup, message]] of Object.entries(BAD)) {
      it(`refuses ${markup}`, () => {
        expect(about(name)).to.have.length.of.at.least(1);
        expect(about(name).join('\n')).to.match(message);
      });
    }
  });
}

describe('agent-metrics-kit/jsx', () => {
  it('is nothing at run time', async () => {
    // A name that the type check does not follow: the built types would stand beside those of the sources.
    const entry = 'agent-metrics-kit/jsx';
    expect(Object.keys(await import(entry))).to.deep.equal([]);
    expect(readFileSync('dist/jsx.js', 'utf8')).to.not.match(/import/);
  });

  it('is the only part of the package that needs types of React', () => {
    const declarations = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.d.ts'),
    );
    expect(declarations.filter((file) => /['"]react['"]/.test(readFileSync(`dist/${file}`, 'utf8')))).to.deep.equal([
      'jsx.d.ts',
    ]);
  });
});

describe('modules that register tags', () => {
  it('say in their first line that they run in the browser, so that server components take them along', () => {
    const first = (file) => readFileSync(`dist/${file}`, 'utf8').split('\n')[0];
    const registering = [
      'index.js',
      ...readdirSync('dist/define')
        .filter((file) => file.endsWith('.js'))
        .map((file) => `define/${file}`),
    ];
    expect(registering.length).to.be.above(17);
    for (const file of registering) expect(first(file), file).to.match(/^(['"])use client\1;?$/);
    for (const file of ['core/index.js', 'sources/index.js', 'jsx.js'])
      expect(first(file), file).to.not.contain('use client');
  });
});
