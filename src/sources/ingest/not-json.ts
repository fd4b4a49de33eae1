/** Stops the reading of a text as one JSON document. */
export class NotJson extends Error {
  constructor(cause?: unknown) {
    super('Unexpected end or token in JSON', { cause });
  }
}
