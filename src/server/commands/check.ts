/** `agent-metrics check`: whether an endpoint keeps the contract. */
import { parseArgs } from 'node:util';
import { publishedFacts } from '../check/published-facts.js';
import { type CheckReport, type CheckResult, runCheck } from '../check/run-check.js';
import { type Command, UsageError } from './command.js';

const HELP = `agent-metrics check URL [--token-env NAME] [--facts] [--only TEXT] [--json]
agent-metrics check --print-facts > facts.json

Asks the endpoint at URL (as http://127.0.0.1:8787/api) what the widgets ask, and tells which promises of the contract it keeps.
It asks a few hundred questions and writes nothing. Laws such as "days add up" are tested on whatever data are there; with the
published facts loaded, some 200 answers are compared with the right ones, too. An endpoint that counts requests is waited for.

  --token-env    the environment variable that holds a token for Authorization: Bearer
  --facts        the published facts are loaded: compare, whatever describe says
  --only         only the promises that hold these words
  --print-facts  writes those facts, as JSON for agent-metrics import or your own loader
  --json         a report for machines

Ends with 0 when every promise is kept, else with 1; with 2 when the command is wrong.
`;

export const check: Command = { help: HELP, run };

async function run(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      'token-env': { type: 'string' },
      facts: { type: 'boolean', default: false },
      only: { type: 'string' },
      'print-facts': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values['print-facts']) {
    process.stdout.write(`${JSON.stringify(publishedFacts(), undefined, 1)}\n`);
    return 0;
  }
  const [url, ...rest] = positionals;
  if (url === undefined || rest.length > 0 || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new UsageError('Say which endpoint, by its whole address: agent-metrics check http://127.0.0.1:8787/api');
  }
  let group = '';
  let reason: string | undefined;
  const report = await runCheck(url, {
    token: values['token-env'] === undefined ? undefined : readToken(values['token-env']),
    ...(values.only !== undefined && { only: values.only }),
    ...(values.facts && { hasPublishedFacts: true }),
    onResult(result) {
      if (values.json) return;
      if (result.group !== group) process.stdout.write(`\n${result.group}\n`);
      // The same reason is printed once.
      if (result.group !== group || result.reason === undefined || result.reason !== reason)
        process.stdout.write(`${formatResult(result)}\n`);
      ({ group, reason } = result);
    },
  });
  if (report.results.length === 0) throw new UsageError(`No promise holds the words "${values.only}".`);
  process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 1)}\n` : `\n${formatSummary(report)}\n`);
  return report.broken > 0 ? 1 : 0;
}

function readToken(name: string): string {
  const token = process.env[name]?.trim();
  if (token) return token;
  throw new UsageError(`The environment has no ${name}. Set it to the token.`);
}

const SIGNS: Readonly<Record<CheckResult['outcome'], string>> = { kept: '✓', broken: '✗', 'not-asked': '–' };

/** A line, and under a broken promise what was asked, what had to come and what came. */
export function formatResult({ says, outcome, asked = [], expected, came, reason }: CheckResult): string {
  const line = `  ${SIGNS[outcome]} ${says}${reason === undefined ? '' : ` (not asked: ${reason})`}`;
  if (outcome !== 'broken') return line;
  return [
    line,
    ...asked.map((one) => `      asked     ${one}`),
    `      expected  ${expected}`,
    `      came      ${came}`,
  ].join('\n');
}

/** A check's report for people. */
export function formatSummary({ url, kept, broken, notAsked }: CheckReport): string {
  const rest = notAsked > 0 ? `, ${notAsked} could not be asked` : '';
  return broken === 0
    ? `${url} keeps all ${kept} promises${rest}.`
    : `${url} breaks ${broken} of ${kept + broken} promises${rest}.`;
}
