import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { toBaseQuery } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { SourceQueryController, type Answered } from '../../controllers/source-query-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { Formats } from '../../core/format/formats.js';
import {
  type GoalPeriod,
  type GoalPlan,
  assessGoals,
  planGoals,
  resolveGoalPeriod,
} from '../../core/goals/assess-goals.js';
import { parseGoals, type Goal, type Goals } from '../../core/goals/goals.js';
import type { MetricsAnswer, MetricsQuery } from '../../core/query.js';
import type { ScopeSettings } from '../../core/selection.js';
import { daysBetween } from '../../core/time/calendar.js';
import { toCalendarDate } from '../../core/time/zone.js';
import { chooseRange } from '../shared/announce-choice.js';
import { headingView, loadView, skeletonView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { lastDataRange } from '../../core/time/data-span.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import { toGoalRows } from './goal-rows.js';
import { goalsView } from './goals-view.js';
import { toWords, type Words } from '../shared/words.js';
import { styles } from './styles.js';

export interface AgentGoalsCard extends ScopeProperties {}

/** The period as a whole, and the days that a projection goes by. */
interface Queries {
  goals: readonly Goal[];
  whole: MetricsQuery;
  days: MetricsQuery | undefined;
}

interface Answers {
  whole: MetricsAnswer;
  days: MetricsAnswer | undefined;
}

/**
 * A target for each metric: how far it has come, where the period is likely to end, and whether that meets the target.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart period - The days in which the goals are to be reached, and how many are left.
 * @csspart table - The goals.
 * @csspart row - One goal.
 * @csspart label - Its metric.
 * @csspart bar - What there is, what is likely, and the target.
 * @csspart projection - Where the period is likely to end.
 * @csspart state - Whether that meets the target.
 * @csspart method - How the projection comes about.
 */
export class AgentGoalsCard extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /**
   * Targets in the metrics' own units (shares of one, seconds, minor units), as an attribute `ai-resolved-rate:0.6;csat:0.9`; as a property
   * also a record or a list of `{ metric, target }`. Of a metric of which less is better, the target is the most it may be.
   */
  @property() goals?: string | Goals;
  /** `week`, `month`, `quarter` or `year` that holds the range's last day up to now, or `range` for the range itself. */
  @property() period: GoalPeriod = 'month';

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new SourceQueryController<Queries, Answers>(this, this.#scope, {
    settings: () => this.#toPeriod(),
    toQuery: (scope) => this.#toQueries(scope),
    ask: async (source, { whole, days }, signal) => {
      const [period, single] = await Promise.all([
        source.query(whole, { signal }),
        days && source.query(days, { signal }),
      ]);
      return { whole: period, days: single };
    },
    asOf: ({ whole }) => whole.asOf,
  });

  override render(): TemplateResult {
    const { messages } = this.#locale;
    const words = toWords(this.#locale, this.#scope);
    const heading = headingView(this.heading, messages.goals.heading);
    if (this.#isWithoutGoals())
      return html`<div class="container">${heading}<p class="none" part="none" dir=${this.#locale.direction}><bdi>${messages.goals.none}</bdi></p></div>`;
    return html`<div class="container">
      ${heading}
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: words.formats,
        skeleton: skeletonView(3),
        content: (answered) => this.#content(answered, words),
        onLastData: (range) => this.#chooseLastData(range),
      })}
    </div>`;
  }

  #content({ answer: { whole, days }, query, scope }: Answered<Queries, Answers>, words: Words) {
    const { messages, formats } = words;
    const goals = assessGoals(this.#plan(query.goals, scope), whole, days);
    const period = `${formats.range(scope.range)} · ${this.#left(scope, formats)}`;
    return html`
      <p class="period" part="period"><bdi>${period}</bdi></p>
      ${goalsView({ rows: toGoalRows(goals, whole, words), messages, caption: `${this.heading || messages.goals.heading}, ${period}` })}
    `;
  }

  #left({ range, now, timeZone }: ResolvedScope, formats: Formats): string {
    const { daysLeft, lastDay, over } = this.#locale.messages.goals;
    const days = daysBetween(toCalendarDate(now, timeZone), range.to);
    return days > 0 ? formats.counted(daysLeft, days) : days === 0 ? lastDay : over;
  }

  /** As long as the page's range, where that has no data either. */
  #chooseLastData(period: string): void {
    const scope = this.#scope.resolve();
    const range = scope && lastDataRange(this.#scope.described!, scope.range, scope.timeZone);
    chooseRange(this, this.#scope, range ?? period);
  }

  #isWithoutGoals(): boolean {
    try {
      return parseGoals(this.goals).length === 0;
    } catch {
      return false;
    }
  }

  /** The page's settings, for the period in place of the range. */
  #toPeriod(): ScopeSettings | undefined {
    const scope = this.#scope.resolve();
    if (!scope) return undefined;
    const { from, to } = resolveGoalPeriod(
      this.period,
      scope.range,
      toCalendarDate(scope.now, scope.timeZone),
      scope.weekStart,
    );
    return {
      range: `${from}/${to}`,
      timeZone: scope.timeZone,
      weekStart: scope.weekStart,
      filters: scope.filters,
      now: scope.nowText,
    };
  }

  #toQueries(scope: ResolvedScope): Queries | undefined {
    const goals = parseGoals(this.goals);
    if (goals.length === 0) return undefined;
    const { metrics, days } = this.#plan(goals, scope);
    const whole: MetricsQuery = { ...toBaseQuery(scope), metrics };
    return { goals, whole, days: days && { ...whole, ...days, grain: 'day' } };
  }

  #plan(goals: readonly Goal[], { range, now, timeZone }: ResolvedScope): GoalPlan {
    const { described, firstInstant } = this.#scope;
    const { inactivityHours } = (described?.settings ?? {}) as { inactivityHours?: number };
    return planGoals(
      goals,
      {
        period: range,
        now,
        timeZone,
        first: firstInstant,
        inactivityHours: inactivityHours ?? 48,
        knows: (metric) => described?.metrics.includes(metric) ?? false,
      },
      (metric) => findDefinition(metric, described),
    );
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-goals-card': AgentGoalsCard;
  }
}
