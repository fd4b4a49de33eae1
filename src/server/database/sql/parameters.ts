/** Collects the parameters of a statement while its text is written. */
import type { Dialect, Parameter, ParameterType, ParameterValue, Sql, Statement } from './dialect.js';

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
