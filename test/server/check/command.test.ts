import { expect } from 'chai';
import { vi } from 'vitest';
import { publishedFacts } from '../../../src/server/check/published-facts.js';
import { check } from '../../../src/server/commands/check.js';
import { isUsageError } from '../../../src/server/commands/command.js';
import { createMetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { startNodeServer, type NodeServer } from '../../../src/server/http/node-server.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { rejection } from '../../fixtures/make-facts.js';

let server: NodeServer;
const TOKEN = 'a token for this test, and for it alone';

beforeAll(async () => {
  const engine = createLocalSource(publishedFacts());
  server = await startNodeServer(
    createMetricsHandler({ engine, auth: (request) => request.headers.get('authorization') === `Bearer ${TOKEN}` }),
  );
});
afterAll(() => server.close());
afterEach(() => {
  vi.unstubAllEnvs();
});

async function run(...words: string[]) {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.stubEnv('CHECK_TOKEN', TOKEN);
  try {
    return { code: await check.run(words), out };
  } finally {
    write.mockRestore();
  }
}

const api = () => `${server.url}/api`;

describe('agent-metrics check', () => {
  it('tells promise by promise, and ends with 0 where all are kept', async () => {
    const { code, out } = await run(api(), '--token-env', 'CHECK_TOKEN', '--only', 'without a');
    expect(code).to.equal(0);
    expect(out).to.equal(`
What cannot be asked is refused
  ✓ a now without a zone is a problem with the parameter now
  ✓ an article without a title is refused
  ✓ without a token, or with a wrong one, nothing is said

${api()} keeps all 3 promises.
`);
  });

  it('tells what was asked, expected and came where one is broken, and ends with 1', async () => {
    const other = await startNodeServer((request) =>
      request.url.includes('happiness')
        ? new Response('?', { status: 500 })
        : createMetricsHandler({ engine: createLocalSource({}) })(request),
    );
    const { code, out } = await run(`${other.url}/api`, '--only', 'an unknown metric is');
    await other.close();
    expect(code).to.equal(1);
    expect(out).to.match(
      /\n {2}✗ an unknown metric is a problem with the parameter metrics\n {6}asked {5}GET http:\S+happiness\S+\n {6}expected {2}status 400\n {6}came {6}500 \?\n/,
    );
    expect(out).to.match(/breaks 1 of 1 promises\.\n$/);
  });

  it('tells it as JSON', async () => {
    const { out } = await run(api(), '--token-env', 'CHECK_TOKEN', '--only', 'describe says', '--json');
    expect(JSON.parse(out)).to.deep.equal({
      url: api(),
      kept: 1,
      broken: 0,
      notAsked: 0,
      results: [
        { group: 'Routes answer in the shape of the contract', says: 'describe says what there is', outcome: 'kept' },
      ],
    });
  });

  it('prints the published facts', async () => {
    const { out } = await run('--print-facts');
    expect(JSON.parse(out)).to.deep.equal(JSON.parse(JSON.stringify(publishedFacts())));
  });

  it('says why there is nothing to check', async () =>
    expect((await rejection(run(api()))).message).to.include('needs a valid token'));

  const wrong: [words: string[], says: string][] = [
    [[], 'whole address'],
    [['/api'], 'whole address'],
    [['ftp://x.example'], 'whole address'],
    [['http://a.example', 'http://b.example'], 'whole address'],
    [['http://a.example', '--token-env', 'NO_SUCH_NAME'], 'NO_SUCH_NAME'],
    [['http://a.example', '--fast'], '--fast'],
  ];
  for (const [words, says] of wrong) {
    it(`"${words.join(' ')}" is wrong usage: ${says}`, async () => {
      const error = await rejection(run(...words));
      expect([isUsageError(error), error.message.includes(says)]).to.deep.equal([true, true]);
    });
  }

  it('a promise that there is not is wrong usage', async () => {
    expect(
      isUsageError(await rejection(run(api(), '--token-env', 'CHECK_TOKEN', '--only', 'no such promise'))),
    ).to.equal(true);
  });
});
