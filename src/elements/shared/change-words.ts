/** How a number changed against the compared range: as a chip, and as a sentence for screen readers. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { fillText, type Formats } from '../../core/format/formats.js';
import { changeOf, isShownInPoints, type Verdict } from '../../core/metrics/change.js';
import type { Better, Unit } from '../../core/metrics/definition.js';
import type { DateRange } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from './icons.js';
import { signedDifference } from './words.js';

export interface ChangeChip {
  direction: 'up' | 'down' | 'same';
  verdict: Verdict;
  /** With its sign: +12%, −3.4 pts. */
  text: string;
  /** The verdict in words; `undefined`: neither better nor worse. */
  word: string | undefined;
}

export interface ComparedNumber {
  value: number | null;
  previous?: number | null | undefined;
  unit: Unit;
  better: Better;
}

/** `null` if there is nothing to compare. */
export function toChange(
  { value, previous, unit, better }: ComparedNumber,
  messages: Messages,
  formats: Formats,
): ChangeChip | null {
  const { relative, absolute, direction, verdict } = changeOf(value, previous, better);
  if (direction === 'unknown' || absolute === null) return null;
  const points = formats.signedPoints(messages.change.points, absolute);
  const word = verdict === 'good' ? messages.change.better : verdict === 'bad' ? messages.change.worse : undefined;
  return {
    direction,
    verdict,
    word,
    text: isShownInPoints(unit)
      ? points
      : relative === null
        ? signedDifference(absolute, unit, formats)
        : formats.signedShare(relative),
  };
}

/** The change as a sentence. */
export function changeSentence(
  number: ComparedNumber,
  compare: DateRange,
  messages: Messages,
  formats: Formats,
): string {
  const change = toChange(number, messages, formats);
  const range = formats.range(compare);
  if (!change || number.previous == null) return fillText(messages.change.unknown, { range });
  const sentence = fillText(messages.change[change.direction], {
    change: change.text,
    value: formats.exact(number.previous, number.unit),
    range,
  });
  return change.word ? `${sentence}, ${change.word}` : sentence;
}

/** The change with its verdict, as one text: +12%, better. */
export function judgedText({ text, word }: ChangeChip): string {
  return word ? `${text}, ${word}` : text;
}

/** The compared range by its dates, without the year where it is that of `to`. */
export function versusText(compare: DateRange, to: string, messages: Messages, formats: Formats): string {
  return fillText(messages.change.versus, { range: formats.shortRange(compare, to.slice(0, 4)) });
}

/** Hidden from screen readers, for which a sentence says the same. */
export function changeChip(change: ChangeChip | null): TemplateResult {
  if (!change) return html`<span class="chip" part="change" aria-hidden="true">–</span>`;
  return html`<span class="chip" part="change" data-verdict=${change.verdict} aria-hidden="true">${judgedView(change)}</span>`;
}

/** Arrow, change and verdict; where it is narrow the verdict goes to a line of its own. */
export function judgedView({ direction, text, word }: ChangeChip): TemplateResult {
  return html`<span class="difference">${icon(direction)}<bdi>${text}</bdi>${word ? ',' : nothing}</span>${word ? html` <span class="verdict">${word}</span>` : nothing}`;
}

/** Of `judgedView`. */
export const judgedStyles = css`
  .difference,
  .verdict {
    white-space: nowrap;
  }
  .difference .icon {
    flex: none;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: calc(var(--_space) * 0.75);
  }
`;

export const chipStyles = [
  judgedStyles,
  css`
  .chip {
    display: inline-block;
    padding: 0 calc(var(--_space) * 1.5);
    border-radius: 0.7em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
    background: var(--_hover);
  }
  .chip[data-verdict='good'] {
    color: var(--_good);
    background: color-mix(in oklab, var(--_good) 12%, transparent);
  }
  .chip[data-verdict='bad'] {
    color: var(--_bad);
    background: color-mix(in oklab, var(--_bad) 12%, transparent);
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid currentColor;
    }
  }
`,
];
