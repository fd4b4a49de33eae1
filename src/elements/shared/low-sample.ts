/** Marks numbers that rest on few rows. */
import { css, html, nothing } from 'lit';
import { sampleMetric } from '../../core/metrics/sample-size.js';
import { fillText } from '../../core/format/formats.js';
import type { MetricAnswer } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import { metricWords, type Words } from './words.js';

export interface LowSampleWords extends Words {
  /** Numbers that rest on fewer rows are marked. */
  minCount: number;
}

/** Why the number of the group at this place says little; `undefined`: it rests on enough rows, or their number is not known. */
export function lowSampleNote(
  metric: string,
  metrics: Readonly<Record<string, MetricAnswer>>,
  place: number,
  { messages, formats, description, minCount }: LowSampleWords,
): string | undefined {
  const sample = sampleMetric(findDefinition(metric, description));
  const count = sample === undefined ? null : (metrics[sample]?.byGroup?.[place] ?? null);
  if (sample === undefined || count === null || count >= minCount) return undefined;
  return fillText(messages.ranking.fewCases, {
    metric: metricWords(sample, messages, description).label,
    n: formats.number(count),
  });
}

/** The mark beside a name; `why` is unset where there is enough. */
export function lowSampleMark(why: string | undefined, { ranking }: Messages) {
  return why === undefined ? nothing : html`<span class="few" part="few" title=${why}>${ranking.few}</span>`;
}

export const lowSampleStyles = css`
  .few {
    display: inline-block;
    margin-inline-start: calc(var(--_space) * 1);
    padding-inline: calc(var(--_space) * 1.5);
    border: 1px dashed var(--_control-line);
    border-radius: 1em;
    font-size: var(--_caption);
    color: var(--_muted);
  }
`;
