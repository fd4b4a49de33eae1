/** A question that cannot be asked so: a `RangeError` that also says which field of the query was wrong. */
export class QueryError extends RangeError {
  readonly parameter: string;

  constructor(parameter: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueryError';
    this.parameter = parameter;
  }
}

/** Runs a check on one field of a query; what it throws comes out as a `QueryError` of that field. */
export function inParameter<T>(parameter: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof QueryError || !(error instanceof RangeError || error instanceof TypeError)) throw error;
    throw new QueryError(parameter, error.message, { cause: error });
  }
}
