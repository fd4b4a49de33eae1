/** The events of a load. */

/** Numbers arrived; `asOf` is the instant up to which the facts reach. */
export class AgentLoadEvent extends Event {
  readonly asOf: string;
  constructor(asOf: string) {
    super('agent-load', { bubbles: true, composed: true });
    this.asOf = asOf;
  }
}

/** A question failed; the widget shows it, and the last good numbers stay. */
export class AgentErrorEvent extends Event {
  readonly error: unknown;
  constructor(error: unknown) {
    super('agent-error', { bubbles: true, composed: true });
    this.error = error;
  }
}

/** The endpoint refused the token, also a fresh one. */
export class AgentAuthErrorEvent extends Event {
  readonly error: unknown;
  constructor(error: unknown) {
    super('agent-auth-error', { bubbles: true, composed: true });
    this.error = error;
  }
}

/** The source of the element reads its data; up to twenty times a second. */
export class AgentProgressEvent extends Event {
  /** Bytes read so far; of a text, characters. */
  readonly done: number;
  /** In all; `undefined`: not known beforehand. */
  readonly total: number | undefined;
  constructor(done: number, total: number | undefined) {
    super('agent-progress', { bubbles: true, composed: true });
    this.done = done;
    this.total = total;
  }
}

/** The event for a failure. */
export function toErrorEvent(error: unknown): Event {
  return (error as { status?: unknown } | null)?.status === 401
    ? new AgentAuthErrorEvent(error)
    : new AgentErrorEvent(error);
}

declare global {
  interface HTMLElementEventMap {
    'agent-load': AgentLoadEvent;
    'agent-progress': AgentProgressEvent;
    'agent-error': AgentErrorEvent;
    'agent-auth-error': AgentAuthErrorEvent;
  }
}
