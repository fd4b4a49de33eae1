/** What every statement of one question shares: whose facts, as of when, and in which database's words. */
import type { LiveSpans } from '../../../core/answer/engine.js';
import type { ResolvedSettings } from '../../../core/settings.js';
import type { CustomColumns } from '../../../core/custom-columns.js';
import type { Dialect, Parameter, ParameterType, ParameterValue, Sql, Statement } from './dialect.js';

export interface SqlQuestion {
  dialect: Dialect;
  tenant: string;
  /** Epoch milliseconds; at most `Number.MAX_SAFE_INTEGER`. */
  now: number;
  /** No conversation changes its state after `now`. */
  isSettled: boolean;
  settings: ResolvedSettings;
  /** Since when rows count that count since a launch only. */
  live: LiveSpans | null | undefined;
  columns: CustomColumns;
}

/** Collects the parameters of a statement while its text is written. */
export class Parameters {
  readonly #dialect: Dialect;
  readonly #parameters: Parameter[] = [];
  readonly #known = new Map<string, Sql>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  text(value: string): Sql {
    return this.#add('text', value);
  }
  int(value: number): Sql {
    return this.#add('int', value);
  }
  number(value: number): Sql {
    return this.#add('number', value);
  }
  texts(values: readonly string[]): Sql {
    return this.#add('texts', values);
  }
  ints(values: readonly number[]): Sql {
    return this.#add('ints', values);
  }

  statement(sql: string): Statement {
    return { sql, parameters: this.#parameters };
  }

  /** An equal value is bound once. */
  #add(type: ParameterType, value: ParameterValue): Sql {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const parameter = { type, value };
    const sql = this.#dialect.parameter(this.#parameters.push(parameter) - 1, parameter);
    this.#known.set(key, sql);
    return sql;
  }
}
