import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AlertVoice } from '../../controllers/alert-voice.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { fillText } from '../../core/format/formats.js';
import type { DateRange } from '../../core/query.js';
import { COMPARISONS, isComparison } from '../../core/time/compare.js';
import { isRangePreset, RANGE_PRESETS } from '../../core/time/range.js';
import { chooseRange } from '../shared/announce-choice.js';
import { headingView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { styles } from './styles.js';

export interface AgentRangePicker extends ScopeProperties {}

const OWN_DATES = 'custom';

interface Draft extends DateRange {
  what: 'range' | 'compare';
  problem: string;
}

/**
 * Chooses the range for the provider around it, or for itself: presets, two dates, a comparison. Says in words which days it means.
 *
 * @slot heading - A title, none by default.
 * @fires agent-range-change - The user chose a range or comparison; the event has `range`, `from`, `to` and `compare`.
 * @fires agent-error - The source could not say its zone and first day; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @csspart control - One labelled control.
 * @csspart meaning - The days in words.
 * @csspart problem - What is wrong with the dates.
 */
export class AgentRangePicker extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** Invalid dates that the user typed; they stay in their inputs, with the problem below. */
  @state() private draft: Draft | undefined;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #voice = new AlertVoice(this, () => this.#resolve().error !== undefined);

  override render(): TemplateResult {
    const words = this.#locale.messages.range;
    const { scope, error } = this.#resolve();
    return html`<div class="container">
      ${headingView(this.heading, undefined)}
      <div class="frame" dir=${this.#locale.direction}>
        <div class="controls" role="group" aria-label=${words.label}>
          ${this.#presetSelect(!scope)}
          ${this.#dates(scope?.range, words.from, words.to, 'range')}
          ${this.#compareSelect()}
          ${isComparison(this.#scope.compare) ? nothing : this.#dates(scope?.compare, words.compareFrom, words.compareTo, 'compare')}
        </div>
        <p class="meaning" part="meaning" aria-live="polite">${scope ? this.#meaning(scope) : nothing}</p>
        ${(error ?? this.draft) ? html`<p class="problem" part="problem" role=${error && !this.#voice.isSpeaking ? nothing : 'alert'}>${error ? html`${words.invalid} <bdi lang="en">${error}</bdi>` : this.draft?.problem}</p>` : nothing}
      </div>
    </div>`;
  }

  #presetSelect(isUndated: boolean) {
    const { messages } = this.#locale;
    const { range } = this.#scope;
    const chosen = isRangePreset(range) ? range : OWN_DATES;
    return html`
      <label class="control" part="control">
        <span class="label">${messages.range.label}</span>
        <select .value=${live(chosen)} @change=${(event: Event) => this.#choosePreset((event.target as HTMLSelectElement).value)}>
          ${RANGE_PRESETS.map((preset) => html`<option value=${preset} ?selected=${preset === chosen}>${messages.ranges[preset]}</option>`)}
          <option value=${OWN_DATES} ?selected=${chosen === OWN_DATES} ?disabled=${isUndated && chosen !== OWN_DATES}>${messages.range.custom}</option>
        </select>
      </label>
    `;
  }

  #compareSelect() {
    const { messages } = this.#locale;
    const { compare } = this.#scope;
    const chosen = isComparison(compare) ? compare : OWN_DATES;
    return html`
      <label class="control" part="control">
        <span class="label">${messages.range.compareWith}</span>
        <select .value=${live(chosen)} ?disabled=${this.#scope.range === 'all-time'}
          @change=${(event: Event) => this.#chooseComparison((event.target as HTMLSelectElement).value)}>
          ${[...COMPARISONS, OWN_DATES].map((one) => html`<option value=${one} ?selected=${one === chosen}>${messages.comparisons[one]}</option>`)}
        </select>
      </label>
    `;
  }

  #dates(range: DateRange | undefined, fromLabel: string, toLabel: string, what: Draft['what']) {
    const shown = this.draft?.what === what ? this.draft : range;
    const input = (label: string, side: 'from' | 'to', value: string | undefined) => html`
      <label class="control" part="control">
        <span class="label">${label}</span>
        <input type="date" name=${`${what}-${side}`} required .value=${value ?? ''} ?disabled=${!range} @change=${() => this.#chooseDates(what)} />
      </label>`;
    return html`<div class="pair">${input(fromLabel, 'from', shown?.from)}${input(toLabel, 'to', shown?.to)}</div>`;
  }

  #meaning({ range, compare, timeZone }: ResolvedScope) {
    const words = this.#locale.messages.range;
    const formats = this.#locale.formats(timeZone, undefined);
    return html`
      <strong><bdi>${fillText(words.meaning, { range: formats.range(range) })}</bdi></strong>
      ${compare ? html`<bdi>${fillText(words.comparedWith, { range: formats.range(compare) })}</bdi>` : nothing}
      <bdi class="zone">${fillText(words.timeZone, { zone: timeZone.replaceAll('_', ' ') })}</bdi>
    `;
  }

  #resolve(): { scope?: ResolvedScope | undefined; error?: string } {
    try {
      return { scope: this.#scope.resolve() };
    } catch (error) {
      return { error: (error as Error).message };
    }
  }

  #choosePreset(value: string): void {
    const { scope } = this.#resolve();
    this.#choose(value === OWN_DATES && scope ? toText(scope.range) : value, this.#scope.compare);
  }

  #chooseComparison(value: string): void {
    const { scope } = this.#resolve();
    const own = scope?.compare ?? scope?.range;
    this.#choose(this.#scope.range, value === OWN_DATES && own ? toText(own) : value);
  }

  #chooseDates(what: Draft['what']): void {
    const read = (side: string) =>
      this.renderRoot.querySelector<HTMLInputElement>(`input[name="${what}-${side}"]`)!.value;
    const dates = { from: read('from'), to: read('to') };
    // Typing a year tells 0002, 0020 and 0202 on its way to 2026.
    if (isUnfinishedYear(dates.from) || isUnfinishedYear(dates.to)) return;
    const words = this.#locale.messages.range;
    const problem =
      !dates.from || !dates.to ? words.incomplete : dates.to < dates.from ? words.endBeforeStart : undefined;
    if (problem !== undefined) this.draft = { what, ...dates, problem };
    else if (what === 'range') this.#choose(toText(dates), this.#scope.compare);
    else this.#choose(this.#scope.range, toText(dates));
  }

  #choose(range: string, compare: string): void {
    this.draft = undefined;
    try {
      chooseRange(this, this.#scope, range, compare);
    } catch {
      // The line under the controls already names an invalid zone or now, which no other range would mend.
    }
  }
}

const isUnfinishedYear = (date: string): boolean => date.startsWith('0');
const toText = ({ from, to }: DateRange): string => `${from}/${to}`;

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-range-picker': AgentRangePicker;
  }
}
