/** One of the commands of `agent-metrics`. */
export interface Command {
  /** Shown by `--help`. */
  help: string;
  /** Resolves to the exit code; nothing: the command goes on or ended well. Rejects with a sentence for people. */
  run(words: readonly string[]): Promise<number | void>;
}

/** The command was written wrongly: a sentence that says how it goes. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
  }
}

/** A wrong use, also one that `parseArgs` found. */
export function isUsageError(error: unknown): error is Error {
  return (
    error instanceof UsageError || String((error as { code?: unknown } | undefined)?.code).startsWith('ERR_PARSE_ARGS')
  );
}

/** `1 ticket`, `2,600 conversations`: the facts' names are plurals of one letter. */
export function countFacts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([fact, count]) => `${count.toLocaleString('en')} ${count === 1 ? fact.slice(0, -1) : fact}`)
    .join(', ');
}
