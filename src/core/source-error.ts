/** Why a source has no answer. `status` is the endpoint's, `parameter` the query's field that was wrong; `cause` is what happened below. */
export class SourceError extends Error {
  readonly status: number | undefined;
  readonly parameter: string | undefined;
  /** Stable name of the kind of error, as in problem+json. */
  readonly type: string | undefined;

  constructor(
    message: string,
    options: {
      cause?: unknown;
      status?: number | undefined;
      parameter?: string | undefined;
      type?: string | undefined;
    } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'SourceError';
    this.status = options.status;
    this.parameter = options.parameter;
    this.type = options.type;
  }
}

/** Why a source whose reading was ended has no answer. */
export function cancelled(cause?: unknown): SourceError {
  return new SourceError('Reading the data was cancelled. Load them again to see numbers.', {
    ...(cause !== undefined && { cause }),
    type: 'cancelled',
  });
}
