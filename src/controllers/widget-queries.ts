/** All queries of a widget: refreshed together, forgotten together, and reported to the provider around it. */
import type { LitElement, ReactiveController } from 'lit';
import type { MetricsScope, Standing } from '../context/metrics-context.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import { AlertVoice } from './alert-voice.js';
import { lastGood, type Load } from './load.js';
import { followRefusals } from './refusals.js';
import { SourceFollower } from './source-follower.js';

interface Query {
  readonly load: Load<unknown>;
  /** Only this query was refused. */
  readonly isRefused: boolean;
  refresh(): void;
  forget(error: unknown): void;
}

interface Scope {
  readonly source: MetricsSource | undefined;
  readonly provided: MetricsScope | undefined;
  readonly description: Omit<Query, 'refresh' | 'isRefused'>;
  reloadDescription(): void;
}

export class WidgetQueries implements ReactiveController {
  readonly #host: LitElement;
  readonly #scope: Scope;
  readonly #voice: AlertVoice;
  readonly #all: Query[] = [];
  #reportedTo: MetricsScope['report'];
  #standing: Standing | undefined;
  #isConnected = false;

  constructor(host: LitElement, scope: Scope) {
    this.#host = host;
    this.#scope = scope;
    host.addController(this);
    const stands = (kind: Standing['kind']) => () => !this.#provider && this.#read()?.kind === kind;
    this.#voice = new AlertVoice(host, stands('failed'), stands('loading'));
    new SourceFollower(
      host,
      () => scope.source,
      (source) => followRefusals(source, (error) => this.#forget(error)),
    );
  }

  add(query: Query): void {
    this.#all.push(query);
  }

  /** What is being asked goes on: answers slower than the refresh would never come. */
  refresh(): void {
    if (this.#scope.description.load.kind !== 'loading') this.#scope.reloadDescription();
    for (const query of this.#all) query.refresh();
  }

  /** Who announces that the widget has failed: the provider around it, the widget as an alert or a status, or nobody because another alert on the page is announced. */
  announcerOf(error: unknown): 'provider' | 'alert' | 'status' | 'nobody' {
    const provider = this.#provider;
    if (!provider) return this.#voice.isSpeaking ? 'alert' : 'nobody';
    return provider.failure && String(provider.failure.error) === String(error) ? 'provider' : 'status';
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdated(): void {
    // Lit updates an element that has left, too.
    if (this.#isConnected) this.#report(this.#provider?.report, this.#read());
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#report(undefined, undefined);
  }

  /** The provider whose source the widget asks. */
  get #provider(): MetricsScope | undefined {
    const { provided, source } = this.#scope;
    return provided?.source === source ? provided : undefined;
  }

  /** `undefined`: it asks nothing, or nothing that it may see. */
  #read(): Standing | undefined {
    const { description, source } = this.#scope;
    const asked = this.#all.flatMap(({ load, isRefused }) => (load.kind === 'idle' || isRefused ? [] : [load]));
    const failed = asked.find((load) => load.kind === 'failed');
    if (!source || this.#all.length === 0) return undefined;
    if (!lastGood(description.load) && description.load.kind === 'loading') return { kind: 'loading' };
    if (asked.length === 0) return undefined;
    if (asked.some(({ kind }) => kind === 'loading')) return { kind: 'loading' };
    return failed && asked.every(({ kind }) => kind === 'failed')
      ? { kind: 'failed', error: failed.error }
      : { kind: 'ready' };
  }

  #report(report: MetricsScope['report'], standing: Standing | undefined): void {
    if (report !== this.#reportedTo) this.#reportedTo?.(this.#host, undefined);
    else if (standing?.kind === this.#standing?.kind && standing?.error === this.#standing?.error) return;
    this.#reportedTo = report;
    this.#standing = standing;
    report?.(this.#host, standing);
  }

  #forget(error: unknown): void {
    this.#scope.description.forget(error);
    for (const query of this.#all) query.forget(error);
  }
}
