/** Questions that cannot be asked, as about a range that is none: asking again cannot help. */
const wrong = new WeakSet<Error>();

/** Returns the error. */
export function noteWrongQuestion(error: unknown): unknown {
  if (error instanceof Error) wrong.add(error);
  return error;
}

export function isWrongQuestion(error: unknown): boolean {
  return error instanceof Error && wrong.has(error);
}
