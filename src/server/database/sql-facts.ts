/** A tenant's facts in an SQL database: the summary of them kept until something is written, and one engine a question. */
import { BusinessClock } from '../../core/tables/business-clock.js';
import type { CheckedOptions } from '../../core/source-options.js';
import {
  DatabaseError,
  type EngineOptions,
  type FactDatabase,
  type FactWrite,
  type ImportMark,
  type TenantFacts,
  type WriteOptions,
  type WriteReport,
} from './fact-database.js';
import { toFingerprint } from './row/fingerprint.js';
import type { RowContext } from './row/encode-row.js';
import { AnswerStore } from './sql/answer-cache.js';
import { Parameters } from './sql/question.js';
import type { SqlDatabase } from './sql/dialect.js';
import { SqlEngine } from './sql/sql-engine.js';
import { readSummary, type Summary } from './sql/describe.js';
import { prepareFacts, writeFacts } from './writing/write-facts.js';
import { PresentRows } from './writing/stored-rows.js';
import { writeRecords } from './writing/write-records.js';

export type FactOptions = Pick<CheckedOptions, 'settings' | 'columns'>;

/** Rows derived anew in one change. */
const REDERIVED = 5_000;
/** Tenants whose summaries are kept. */
const MAX_KEPT = 1_000;

export class SqlFacts {
  readonly #database: SqlDatabase;
  readonly #options: FactOptions;
  readonly #fingerprint: string;
  readonly #clock: BusinessClock | undefined;
  readonly #answers = new AnswerStore();
  readonly #summaries = new Map<string, { stamp: string; summary: Promise<Summary> }>();

  constructor(database: SqlDatabase, options: FactOptions) {
    this.#database = database;
    this.#options = options;
    this.#fingerprint = toFingerprint(options);
    const { businessHours } = options.settings;
    this.#clock = businessHours && new BusinessClock(businessHours);
  }

  readonly tenant: FactDatabase['tenant'] = (name): TenantFacts => ({
    engine: (options) => this.#engine(name, options),
    steady: (ask, signal) => this.#steady(name, ask, signal),
    fields: async (signal) => (await this.#summary(name, signal)).fields,
    refused: async (signal) => (await this.#summary(name, signal)).refused,
    write: (facts, options) => this.#write(name, facts, options),
    importOf: (digest) => this.#importOf(name, digest),
  });

  /** Derives rows anew that were made with other settings, those of every tenant; can be stopped at any moment and goes on the next time. */
  async rederive(): Promise<void> {
    const tenants = await this.#database.query({
      sql: `SELECT DISTINCT tenant FROM ${this.#database.dialect.table('tenants')}`,
      parameters: [],
    });
    for (const [tenant] of tenants) while ((await this.#rederiveSome(String(tenant))) > 0);
  }

  #rederiveSome(tenant: string): Promise<number> {
    return this.#database.change(async (change) => {
      const present = new PresentRows(change, tenant);
      const conversations = await present.outdated(this.#fingerprint, REDERIVED);
      const records = await present.outdatedRecords(this.#fingerprint, REDERIVED);
      const context = this.#context(tenant);
      if (conversations.length) await writeFacts(await prepareFacts({ conversations }, context), change, context);
      if (records.length) await writeRecords(records, change, context);
      return conversations.length + records.length;
    });
  }

  #context(tenant: string): RowContext {
    return { tenant, ...this.#options, fingerprint: this.#fingerprint, clock: this.#clock };
  }

  #engine(tenant: string, { signal, searches = { texts: true, people: true } }: EngineOptions = {}): SqlEngine {
    let kept: Promise<Summary> | undefined;
    return new SqlEngine({
      tenant,
      ...this.#options,
      database: this.#database,
      searches,
      signal,
      answers: this.#answers,
      summary: () => (kept ??= this.#summary(tenant, signal)),
    });
  }

  async #summary(tenant: string, signal: AbortSignal | undefined): Promise<Summary> {
    const stamp = await this.#database.stampOf(tenant, signal);
    const known = this.#summaries.get(tenant);
    if (known?.stamp === stamp) return known.summary;
    // Others may wait for the same, so one who leaves does not stop it.
    const summary = readSummary(this.#database, { tenant, ...this.#options });
    this.#summaries.set(tenant, { stamp, summary });
    summary.catch(() => {
      if (this.#summaries.get(tenant)?.summary === summary) this.#summaries.delete(tenant);
    });
    if (this.#summaries.size > MAX_KEPT) this.#summaries.delete(this.#summaries.keys().next().value!);
    return summary;
  }

  async #steady<A>(tenant: string, ask: () => Promise<A>, signal: AbortSignal | undefined): Promise<A> {
    const once = async () => {
      const stamp = await this.#database.stampOf(tenant, signal);
      const answer = await ask();
      return { answer, isSteady: stamp === (await this.#database.stampOf(tenant, signal)) };
    };
    const first = await once();
    if (first.isSteady) return first.answer;
    const { answer, isSteady } = await this.#database.alone(once);
    if (isSteady) return answer;
    throw new DatabaseError(
      'unavailable',
      'The facts are being written by others faster than the question can be answered. Ask again.',
    );
  }

  async #write(tenant: string, facts: FactWrite, { after }: WriteOptions = {}): Promise<WriteReport> {
    const context = this.#context(tenant);
    const prepared = await prepareFacts(facts, context);
    await after;
    return this.#database.change((change) => writeFacts(prepared, change, context));
  }

  async #importOf(tenant: string, digest: string): Promise<ImportMark | undefined> {
    const { dialect } = this.#database;
    const parameters = new Parameters(dialect);
    const where = `tenant = ${parameters.text(tenant)} AND id = ${parameters.text(digest)}`;
    const [row] = await this.#database.query(
      parameters.statement(`SELECT name, records, refused, is_done FROM ${dialect.table('imports')} WHERE ${where}`),
    );
    return (
      row && { digest, name: String(row[0]), records: Number(row[1]), refused: Number(row[2]), isDone: Boolean(row[3]) }
    );
  }
}
