/** `agent-metrics import`: files of facts into a database. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { FACT_NAMES, isFactName, type FactName } from '../../core/facts/registry.js';
import type { AdapterReport } from '../../sources/adapters/adapter-report.js';
import { checkAdapterOptions, type AdapterOptions } from '../../sources/adapters/adapter-options.js';
import { ProgressLine, formatAdapterReport } from '../import/report-lines.js';
import { importExport } from '../import/import-export.js';
import { importFile } from '../import/import-file.js';
import { type ImportReport } from '../import/import-run.js';
import { UnreadableError } from '../import/items.js';
import { openTarget, type ImportTarget, type OpenTarget } from '../import/open-target.js';
import { type Command, UsageError, countFacts } from './command.js';
import { VENDORS, type VendorName } from '../../sources/adapters/from-exports.js';

const HELP = `agent-metrics import FILES… --into DIR [--as FACT] [--config FILE] [--tenant NAME] [--refused FILE] [--quiet]
       agent-metrics import --from VENDOR FILES|FOLDERS… --into DIR [--mapping FILE] [--ai-agent NAME]…

Reads JSON, NDJSON and CSV, gzipped or not, into the database in DIR, which is made if it is not there.
A file's name says what it holds: conversations.ndjson, orders-2026.csv.gz. A JSON file may also hold an object of lists.
The same file twice changes nothing, and an import that was stopped goes on where it was. - reads the standard input.

  --into     the folder of the database, for agent-metrics serve --data; may be left out where the configuration names it
  --from     zendesk, intercom or freshdesk: the files are an export of it, all of one; DIR/reports/NAME.json tells what became of it
  --mapping  options of the adapter as JSON: aiAgents, timeZone, channels, type, segment, region, tag, businessHours, heldBytes
  --ai-agent an author that is the AI agent: its id, name or e-mail address; may be given several times
  --as       what the files hold, whatever their names say: conversations, orders, tickets, surveys …
  --config   the configuration of agent-metrics serve: its data or database, tenant, settings and columns count. A settings.json
             in DIR counts, too
  --tenant   whose facts they are; default: the configuration's, else "default"
  --refused  where records go that do not fit, with the reason; default: DIR/refused/NAME.ndjson
  --quiet    no progress

Ends with 0, with 1 when something could not be read or nothing fitted, with 2 when the command is wrong, with 130 when it was stopped.
`;

const STOPPED = 130;

export const importCommand: Command = { help: HELP, run: (words) => runImport(words, openTarget) };

interface Given {
  files: string[];
  into: string | undefined;
  fact: FactName | undefined;
  config: string | undefined;
  tenant: string | undefined;
  refused: string | undefined;
  isQuiet: boolean;
  vendor: VendorName | undefined;
  mapping: string | undefined;
  aiAgents: readonly string[];
}

export async function runImport(words: readonly string[], open: OpenTarget): Promise<number> {
  const given = parse(words);
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  // A second signal ends the process at once: the database keeps whole batches.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onSignal);
  const target = await open(given.into, given.config);
  try {
    if (given.vendor) return await importFrom(given.vendor, given, target, stop.signal);
    let code = 0;
    for (const file of given.files) {
      code = Math.max(code, await importOne(file, given, target, stop.signal));
      if (stop.signal.aborted) return STOPPED;
    }
    return code;
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
    await target.database.close();
  }
}

async function importOne(
  file: string,
  given: Given,
  { database, columns, tenant, folder }: ImportTarget,
  signal: AbortSignal,
): Promise<number> {
  const isInput = file === '-';
  const line = new ProgressLine(isInput ? 'standard input' : basename(file), process.stderr);
  const refusedFile = given.refused ?? join(folder, 'refused', `${isInput ? 'standard-input' : basename(file)}.ndjson`);
  return reportErrors(line, `The file ${file}`, async () => {
    const report = await importFile({
      file,
      facts: database.tenant(given.tenant ?? tenant),
      fact: given.fact,
      columns,
      refusedFile,
      signal,
      ...(!given.isQuiet && { onProgress: line.tell.bind(line) }),
    });
    line.clear();
    process.stdout.write(`${formatReport(report)}\n`);
    return report.refused > 0 && broughtNothing(report) ? 1 : 0;
  });
}

async function importFrom(
  vendor: VendorName,
  given: Given,
  { database, tenant, folder }: ImportTarget,
  signal: AbortSignal,
): Promise<number> {
  const options = await adapterOptions(given);
  const name = given.files.length === 1 ? basename(given.files[0]!) : vendor;
  const line = new ProgressLine(name, process.stderr);
  return reportErrors(line, 'The export', async () => {
    const report = await importExport({
      vendor,
      paths: given.files,
      facts: database.tenant(given.tenant ?? tenant),
      options,
      refusedFile: given.refused ?? join(folder, 'refused', `${name}.ndjson`),
      signal,
      ...(!given.isQuiet && { onProgress: line.tell.bind(line) }),
    });
    line.clear();
    const lines = [formatReport(report)];
    if (report.adapter)
      lines.push(...(await keepAdapterReport(report.adapter, join(folder, 'reports', `${name}.json`))));
    process.stdout.write(`${lines.join('\n')}\n`);
    if (report.outcome === 'stopped') return STOPPED;
    return broughtNothing(report) ? 1 : 0;
  });
}

/** Writes all of the report to a file, and returns the most of it in lines. */
async function keepAdapterReport(report: AdapterReport, path: string): Promise<string[]> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  return [...formatAdapterReport(report), `  all of it in ${path}`];
}

const broughtNothing = ({ outcome, accepted, resumedFrom }: ImportReport): boolean =>
  outcome === 'done' && Object.keys(accepted).length === 0 && resumedFrom === 0;

/** The exit code of the work, or 1 after the reason why `what` could not be read was written. */
async function reportErrors(line: ProgressLine, what: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    line.clear();
    if (!(error instanceof UnreadableError) && (error as { code?: unknown }).code === undefined) throw error;
    process.stderr.write(`${what} could not be read: ${(error as Error).message}\n`);
    return 1;
  }
}

async function adapterOptions({ mapping, aiAgents }: Given): Promise<AdapterOptions> {
  try {
    const given = mapping === undefined ? {} : (JSON.parse(await readFile(mapping, 'utf8')) as AdapterOptions);
    return checkAdapterOptions({
      ...given,
      ...(aiAgents.length > 0 && { aiAgents: [...(given.aiAgents ?? []), ...aiAgents] }),
    });
  } catch (cause) {
    throw new UsageError(`The mapping ${mapping ?? ''} cannot be used: ${(cause as Error).message}`, { cause });
  }
}

export function formatReport({
  file,
  name,
  outcome,
  records,
  refused,
  accepted,
  resumedFrom,
  ignored,
  refusedFile,
}: ImportReport): string {
  const counts = countFacts(accepted);
  const what = {
    same: `was imported before${name === basename(file) ? '' : ` as ${name}`}; nothing changed`,
    stopped: `stopped after ${records.toLocaleString('en')} records; the same command goes on from there`,
    done: counts !== '' ? counts : resumedFrom > 0 ? 'nothing was left' : 'nothing in it',
  }[outcome];
  return [
    `${file === '-' ? 'standard input' : file}: ${what}${outcome === 'done' && resumedFrom > 0 ? `, after ${resumedFrom.toLocaleString('en')} records of an earlier run` : ''}`,
    ...(refused > 0
      ? [
          `  ${refused.toLocaleString('en')} refused${refusedFile === undefined ? ' then' : `, with reasons in ${refusedFile}`}`,
        ]
      : []),
    ...(ignored.length > 0 ? [`  columns that are no field: ${ignored.join(', ')}`] : []),
  ].join('\n');
}

function parse(words: readonly string[]): Given {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      into: { type: 'string' },
      as: { type: 'string' },
      config: { type: 'string' },
      tenant: { type: 'string' },
      refused: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      from: { type: 'string' },
      mapping: { type: 'string' },
      'ai-agent': { type: 'string', multiple: true, default: [] },
    },
  });
  if (positionals.length === 0)
    throw new UsageError('Say which files: agent-metrics import conversations.ndjson --into DIR.');
  if (values.into === undefined && values.config === undefined)
    throw new UsageError('Say where the facts go: --into DIR.');
  const isExport = values.from !== undefined;
  if (isExport && (values.as !== undefined || positionals.includes('-')))
    throw new UsageError(
      'An export says by itself what it holds, and is read more than once. Leave out --as, and name files or folders.',
    );
  if (!isExport && (values.mapping !== undefined || values['ai-agent'].length > 0))
    throw new UsageError('Say whose export it is: --from zendesk, intercom or freshdesk.');
  return {
    vendor: isExport ? checkVendor(values.from!) : undefined,
    mapping: values.mapping,
    aiAgents: values['ai-agent'],
    files: positionals,
    into: values.into,
    fact: values.as === undefined ? undefined : checkFactName(values.as),
    config: values.config,
    tenant: values.tenant,
    refused: values.refused,
    isQuiet: values.quiet,
  };
}

function checkFactName(name: string): FactName {
  if (isFactName(name)) return name;
  throw new UsageError(`Unknown fact "${name}". Use one of: ${FACT_NAMES.join(', ')}.`);
}

function checkVendor(name: string): VendorName {
  if (Object.hasOwn(VENDORS, name)) return name as VendorName;
  throw new UsageError(`Unknown vendor "${name}". Use one of: ${Object.keys(VENDORS).join(', ')}.`);
}
