/** What a widget asks and of whom: its own attributes first, then the nearest provider's, then the defaults. */
import type { LitElement, ReactiveController, ReactiveControllerHost } from 'lit';
import { type MetricsScope, consumeScope } from '../context/metrics-context.js';
import { parseFilters } from '../core/filters.js';
import type { DateRange, Filters, SourceDescription, WeekStart } from '../core/query.js';
import { readLiveState } from '../core/live-state.js';
import type { ScopeSettings } from '../core/selection.js';
import { resolveCompare } from '../core/time/compare.js';
import { parseInstant } from '../core/time/instant.js';
import { resolveRange } from '../core/time/range.js';
import { parseTimeZone } from '../core/time/zone.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import { describeSource, forgetDescription } from './description-cache.js';
import { SourceChanges, SourceProgress } from './source-follower.js';
import { sourceKey } from './request-dedupe.js';
import { lastGood } from './load.js';
import { toErrorEvent } from './load-events.js';
import { SourceResolver } from './source-resolver.js';
import { QueryController } from './query-controller.js';
import { RefreshController } from './refresh-controller.js';
import { UserChoice } from './user-choice.js';
import { noteFailure, subjectSince } from './refusals.js';
import type { ScopeProperties } from './scope-properties.js';
import { WidgetQueries } from './widget-queries.js';

const DEFAULT_RANGE = 'last-7-days';

export class ScopeController {
  readonly description: QueryController<MetricsSource, SourceDescription>;
  readonly queries: WidgetQueries;
  readonly reading: SourceProgress;
  readonly #host: LitElement & ScopeProperties;
  readonly #consumer: ReturnType<typeof consumeScope>;
  readonly #resolver: SourceResolver;
  readonly #changes: SourceChanges;
  readonly #subjects: SubjectWatch;
  readonly #filters: UserChoice<Filters | undefined>;

  constructor(host: LitElement & ScopeProperties) {
    this.#host = host;
    this.#resolver = new SourceResolver(host);
    this.#consumer = consumeScope(host);
    this.#changes = new SourceChanges(host, () => this.source);
    this.reading = new SourceProgress(
      host,
      () => this.source,
      () => this.#resolver.from(host) !== undefined,
    );
    this.#filters = new UserChoice(
      () => host.filters,
      (filters) => (host.filters = filters),
    );
    // Before the queries, so that none asks for what another user chose.
    this.#subjects = new SubjectWatch(host, () => this.subject);
    this.onOtherSubject(() => this.#filters.takeBack());
    this.description = new QueryController(host, {
      question: () => this.source,
      keyOf: (source) => `${this.version} ${sourceKey(source)}`,
      subjectOf: () => this.subject,
      ask: describeSource,
      // With an earlier description, queries go on and report their own failure.
      onFailed: (error, last) => {
        if (!this.described) host.dispatchEvent(toErrorEvent(error));
        if (this.source) noteFailure(this.source, error, last !== undefined);
      },
    });
    this.queries = new WidgetQueries(host, this);
    new RefreshController(
      host,
      () => this.#setting('refresh') ?? 0,
      () => this.queries.refresh(),
    );
  }

  /** Whether a provider decides what this widget does not set itself. */
  get provided(): MetricsScope | undefined {
    return this.#consumer.value;
  }

  get source(): MetricsSource | undefined {
    return this.#resolver.from(this.#host) ?? this.provided?.source;
  }

  /** Whether a change of source continues the same numbers. */
  get subject(): unknown {
    return subjectSince(this.source, this.#resolver.subjectOf(this.#host) ?? this.provided?.subject);
  }

  /** Calls back when the numbers are about somebody else from now on, before they are asked for. */
  onOtherSubject(onOther: () => void): void {
    this.#subjects.add(onOther);
  }

  /** A new version asks everything again: the provider was reloaded, or the source has other facts. */
  get version(): string {
    return `${this.provided?.version ?? 0}.${this.#changes.version}`;
  }

  get described(): SourceDescription | undefined {
    return lastGood(this.description.load)?.value;
  }

  /** As set: a preset or two dates. */
  get range(): string {
    return this.#setting('range') ?? DEFAULT_RANGE;
  }

  get compare(): string {
    return this.#setting('compare') ?? 'none';
  }

  get weekStart(): WeekStart {
    return this.#setting('weekStart') ?? 1;
  }

  /** Throws a `TypeError` for invalid filters. */
  get filters(): Filters {
    return parseFilters(this.#setting('filters'));
  }

  get timeZone(): string {
    return this.#parseZone(this.#setting('timeZone'));
  }

  /** The zone to write times in: UTC if the one that was set is invalid. */
  get displayZone(): string {
    try {
      return this.timeZone;
    } catch {
      return 'UTC';
    }
  }

  /**
   * The dates; `undefined` while the source still says its zone and first day. `settings` take the place of the widget's own and those around
   * it. Throws an error that names an invalid range, comparison, zone or filters.
   */
  resolve(settings?: ScopeSettings): ResolvedScope | undefined {
    if (this.source && !this.described && this.description.load.kind !== 'failed') return undefined;
    const { range, timeZone, weekStart, filters, nowText } = settings ? this.#complete(settings) : this.#standing();
    const now = nowText === undefined ? Date.now() : parseInstant(nowText);
    const context = { now, timeZone: this.#parseZone(timeZone), weekStart, first: this.firstInstant };
    return {
      range: resolveRange(range, context),
      compare: resolveCompare(settings ? 'none' : this.compare, range, context),
      timeZone: context.timeZone,
      weekStart,
      filters: parseFilters(filters),
      now,
      nowText,
    };
  }

  #standing() {
    return {
      range: this.range,
      timeZone: this.#setting('timeZone'),
      weekStart: this.weekStart,
      filters: this.#setting('filters'),
      nowText: this.#setting('now'),
    };
  }

  #complete({ range = DEFAULT_RANGE, timeZone, weekStart = 1, filters, now }: ScopeSettings) {
    return { range, timeZone, weekStart, filters, nowText: now };
  }

  /** Neither the page nor the source nor the browser has a time zone. */
  get isZoneAssumed(): boolean {
    return this.#setting('timeZone') === undefined && this.described?.timeZone == null && browserZone() === undefined;
  }

  /** Unset: the source's, else the browser's, else UTC. */
  #parseZone(timeZone: string | undefined): string {
    return parseTimeZone(timeZone ?? this.described?.timeZone ?? browserZone() ?? 'UTC');
  }

  /** Epoch milliseconds of now. Throws a `RangeError` for an invalid `now`. */
  resolveNow(): number {
    const text = this.#setting('now');
    return text === undefined ? Date.now() : parseInstant(text);
  }

  /** Whether the product was never on, so that there is nothing to show. */
  get isNotLive(): boolean {
    return (
      this.described !== undefined &&
      readLiveState(this.described.live, this.nowOrClock, this.provided?.product).kind === 'not-yet'
    );
  }

  /** The clock stands in for an invalid `now`, which the widget reports where dates are. */
  get nowOrClock(): number {
    try {
      return this.resolveNow();
    } catch {
      return Date.now();
    }
  }

  /** Epoch milliseconds of the first fact. */
  get firstInstant(): number | null {
    const first = this.described?.first ?? null;
    return first === null ? null : parseInstant(first);
  }

  /** A widget alone keeps what its user chose; a provider has heard of it by the event. */
  keepRange(range: string, compare: string): void {
    if (this.provided && this.#host.range === undefined) return;
    this.#host.range = range;
    this.#host.compare = compare;
  }

  /** As `keepRange`. */
  keepFilters(filters: Filters): void {
    if (this.provided && this.#host.filters === undefined) return;
    this.#filters.set(filters);
  }

  reloadDescription(): void {
    if (this.source) forgetDescription(this.source);
    this.description.reload();
  }

  #setting<K extends keyof MetricsScope & keyof ScopeProperties>(name: K): NonNullable<MetricsScope[K]> | undefined {
    return ((this.#host as ScopeProperties)[name] ?? this.provided?.[name] ?? undefined) as
      NonNullable<MetricsScope[K]> | undefined;
  }
}

/** What a widget asks about, with its dates in the source's zone. */
export interface ResolvedScope {
  range: DateRange;
  compare: DateRange | undefined;
  timeZone: string;
  weekStart: WeekStart;
  filters: Filters;
  /** Epoch milliseconds. */
  now: number;
  /** As the query carries it: only when something other than the clock was set. */
  nowText: string | undefined;
}

/** Calls back when the numbers of a host are about somebody or something else. */
class SubjectWatch implements ReactiveController {
  readonly #subject: () => unknown;
  readonly #listeners: (() => void)[] = [];
  #known: unknown;

  constructor(host: ReactiveControllerHost, subject: () => unknown) {
    this.#subject = subject;
    host.addController(this);
  }

  add(onOther: () => void): void {
    this.#listeners.push(onOther);
  }

  hostUpdate(): void {
    const subject = this.#subject();
    if (subject === undefined || subject === this.#known) return;
    const isFirst = this.#known === undefined;
    this.#known = subject;
    if (!isFirst) for (const onOther of this.#listeners) onOther();
  }
}

/** The zone that the browser is set to; `undefined` if it does not know one, which some browsers write as `Etc/Unknown`. */
function browserZone(): string | undefined {
  try {
    return parseTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  } catch {
    return undefined;
  }
}
