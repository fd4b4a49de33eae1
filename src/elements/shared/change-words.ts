/** How a number changed against the compared range: as a chip, and as a sentence for screen readers. */
import { css, html, type TemplateResult } from 'lit';
import { fillText, type Formats } from '../../core/format/formats.js';
import { changeOf, isShownInPoints, type Verdict } from '../../core/metrics/change.js';
import type { Better, Unit } from '../../core/metrics/definition.js';
import type { DateRange } from '../../core/query.js';
import { parseInstant } from '../../core/time/instant.js';
import { toInstants } from '../../core/time/range.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from './icons.js';
import { signedDifference } from './number-words.js';

export interface ChangeChip {
  direction: 'up' | 'down' | 'same';
  verdict: Verdict;
  /** With its sign: +12%, −3.4 pts. */
  text: string;
}

export interface ComparedNumber {
  value: number | null;
  previous?: number | null | undefined;
  unit: Unit;
  better: Better;
}

/** `null`: no change can be told. */
export function toChange({ value, previous, unit, better }: ComparedNumber, messages: Messages, formats: Formats): ChangeChip | null {
  const { relative, absolute, direction, verdict } = changeOf(value, previous, better);
  if (direction === 'unknown' || absolute === null) return null;
  const points = formats.signedPoints(messages.change.points, absolute);
  return { direction, verdict, text: isShownInPoints(unit) ? points : relative === null ? signedDifference(absolute, unit, formats) : formats.signedShare(relative) };
}

/** The change as a sentence. */
export function changeSentence(number: ComparedNumber, compare: DateRange, messages: Messages, formats: Formats): string {
  const change = toChange(number, messages, formats);
  const range = formats.range(compare);
  if (!change || number.previous == null) return fillText(messages.change.unknown, { range });
  const judged = change.verdict === 'good' ? `, ${messages.change.better}` : change.verdict === 'bad' ? `, ${messages.change.worse}` : '';
  return fillText(messages.change[change.direction], { change: change.text, value: formats.exact(number.previous, number.unit), range }) + judged;
}

/** The compared range by its dates, without the year where it is that of `to`. */
export function versusText(compare: DateRange, to: string, messages: Messages, formats: Formats): string {
  return fillText(messages.change.versus, { range: formats.shortRange(compare, to.slice(0, 4)) });
}

/** Days before the first fact were not measured, so nothing can have changed since. */
export function isMeasured(compare: DateRange, timeZone: string, first: string | null | undefined): boolean {
  return first == null || toInstants(compare, timeZone).end > parseInstant(first);
}

/** For the eye: a sentence beside it says the same. */
export function changeChip(change: ChangeChip | null): TemplateResult {
  if (!change) return html`<span class="chip" part="change" aria-hidden="true">–</span>`;
  return html`<span class="chip" part="change" data-verdict=${change.verdict} aria-hidden="true">${icon(change.direction)}<bdi>${change.text}</bdi></span>`;
}

export const chipStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 0.75);
    padding: 0 calc(var(--_space) * 1.5);
    border-radius: 1em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
    background: var(--_hover);
    white-space: nowrap;
  }
  .chip[data-verdict='good'] {
    color: var(--_good);
    background: color-mix(in oklab, var(--_good) 12%, transparent);
  }
  .chip[data-verdict='bad'] {
    color: var(--_bad);
    background: color-mix(in oklab, var(--_bad) 12%, transparent);
  }
  .chip .icon {
    flex: none;
    inline-size: 0.8em;
    block-size: 0.8em;
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid currentColor;
    }
  }
`;
