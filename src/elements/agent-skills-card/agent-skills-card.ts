import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { toBaseQuery } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { SourceQueryController, type Answered } from '../../controllers/source-query-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { MetricsAnswer, MetricsQuery } from '../../core/query.js';
import { measuredRange } from '../../core/time/data-span.js';
import { chooseRange, selectGroup } from '../shared/announce-choice.js';
import { versusText } from '../shared/change-words.js';
import { headingView, loadView, skeletonView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { metricWords, toWords } from '../shared/words.js';
import { exceedsTotal, METRIC, toSkillRows, type SkillSort, type SkillWords } from './skill-rows.js';
import { styles } from './styles.js';
import { skillsTable } from './table-view.js';

export interface AgentSkillsCard extends ScopeProperties {}

/** The compared range is a query of its own, since it has skills that this one has not. */
interface Queries {
  now: MetricsQuery;
  before?: MetricsQuery;
}

interface Answers {
  now: MetricsAnswer;
  before: MetricsAnswer | undefined;
}

/**
 * Every skill of the agent and how often it was used, unused ones too, counted per message.
 *
 * @slot heading - Replaces the title.
 * @fires agent-bar-select - The user activated a skill; `event.group` names it, `event.from` and `event.to` are the range's instants. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart table - The skills.
 * @csspart row - One skill.
 * @csspart skill - Its name, which leads to its conversations.
 * @csspart bar - How often it was used, next to the others.
 * @csspart sort - Sorts by a column.
 * @csspart note - What is counted.
 * @cssproperty [--agent-skills-height=36em] - Height from which the rows scroll.
 */
export class AgentSkillsCard extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** `name` or `count`, with `-` in front to descend. */
  @property() sort: SkillSort = '-count';

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new SourceQueryController<Queries, Answers>(this, this.#scope, {
    toQuery: (scope) => this.#toQueries(scope),
    ask: async (source, { now, before }, signal) => {
      const [current, previous] = await Promise.all([
        source.query(now, { signal }),
        before && source.query(before, { signal }),
      ]);
      return { now: current, before: previous };
    },
    asOf: ({ now }) => now.asOf,
  });

  override render(): TemplateResult {
    const words = this.#words();
    return html`<div class="container">
      <div dir=${this.#locale.direction}>${headingView(this.heading, this.#title(words))}</div>
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: words.formats,
        skeleton: skeletonView(5),
        content: (answered) => this.#content(answered, words),
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  #content({ answer: { now, before }, scope }: Answered<Queries, Answers>, words: SkillWords) {
    const { messages, formats } = words;
    const rows = toSkillRows(now, before, this.sort, words);
    if (rows.length === 0)
      return html`<p class="note" part="note"><bdi>${now.metrics[METRIC]?.reason === 'no-dimension' ? messages.states.noDimension : messages.states.noData}</bdi></p>`;
    return html`
      <p class="note" part="note"><bdi>${messages.skills.perMessage}</bdi></p>
      ${skillsTable({
        rows,
        messages,
        formats,
        sort: this.sort,
        total: now.metrics[METRIC]?.value ?? null,
        caption: `${this.heading || this.#title(words)}, ${formats.range(scope.range)}`,
        versus: before && scope.compare && versusText(scope.compare, scope.range.to, messages, formats),
        onSort: (key) => (this.sort = nextSort(this.sort, key)),
        onSelect: (skill) => this.#select(skill, scope),
      })}
      ${exceedsTotal(rows, now) ? html`<p class="note" part="note"><bdi>${messages.skills.several}</bdi></p>` : nothing}
    `;
  }

  #title({ messages, description }: SkillWords): string {
    return metricWords(METRIC, messages, description).label;
  }

  #words(): SkillWords {
    return { ...toWords(this.#locale, this.#scope), language: this.#locale.language };
  }

  #toQueries(scope: ResolvedScope): Queries {
    const now: MetricsQuery = { ...toBaseQuery({ ...scope, compare: undefined }), metrics: [METRIC], groupBy: 'skill' };
    const compare = measuredRange(scope.compare, scope.timeZone, this.#scope.described?.first);
    return { now, ...(compare && { before: { ...now, ...compare } }) };
  }

  #select(skill: string, scope: ResolvedScope): void {
    selectGroup(this, this.#scope, { metric: METRIC, dimension: 'skill', key: skill, values: [skill] }, scope);
  }
}

/** Names begin at A, counts with the greatest; the same head again turns the order. */
function nextSort(sort: string, key: 'name' | 'count'): SkillSort {
  const first: SkillSort = key === 'name' ? 'name' : '-count';
  return sort === first ? (key === 'name' ? '-name' : 'count') : first;
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-skills-card': AgentSkillsCard;
  }
}
