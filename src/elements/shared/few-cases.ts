/** Numbers that rest on few rows: which metric tells on how many one does, and the mark that such a number gets. */
import { css, html, nothing } from 'lit';
import { CATALOGUE } from '../../core/metrics/catalogue.js';
import type { Formula, MetricDefinition } from '../../core/metrics/definition.js';
import { factSchema } from '../../core/tables/all-tables.js';
import { fillText } from '../../core/format/formats.js';
import type { MetricAnswer } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import { findDefinition, metricWords, type CellWords } from './words.js';

export interface FewWords extends CellWords {
  /** Fewer rows are few. */
  minCount: number;
}

/** Where no metric counts the very rows: tickets, or conversations. */
const NEAREST: Readonly<Record<string, string>> = {
  tickets: 'ticket-volume',
  surveys: 'ticket-volume',
  conversations: 'total-volume',
};

/** What to ask for: the metrics, and those that tell on how many rows they rest. */
export function withSamples(metrics: readonly string[], description: CellWords['description']): string[] {
  return [
    ...new Set([...metrics, ...metrics.flatMap((metric) => sampleMetric(findDefinition(metric, description)) ?? [])]),
  ];
}

/** Why the number of the group at this place says little; `undefined`: it rests on enough, or nobody knows. */
export function fewCases(
  metric: string,
  metrics: Readonly<Record<string, MetricAnswer>>,
  place: number,
  { messages, formats, description, minCount }: FewWords,
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
export function fewMark(why: string | undefined, { ranking }: Messages) {
  return why === undefined ? nothing : html`<span class="few" part="few" title=${why}>${ranking.few}</span>`;
}

export const fewStyles = css`
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

/** What grows with the number of rows says itself how many there are: counts and sums, unlike rates, means and quantiles. */
export function isAmount(definition: MetricDefinition | undefined): boolean {
  return definition === undefined || grows(definition.formula);
}

function grows(formula: Formula): boolean {
  switch (formula.op) {
    case 'count':
    case 'sum':
    case 'distinct':
    case 'stock':
      return true;
    case 'scale':
      return grows(formula.of);
    case 'difference':
    case 'total':
      return formula.of.every((part: Formula) => part.op !== 'constant' && grows(part));
    default:
      return false;
  }
}

function sampleMetric(definition: MetricDefinition | undefined): string | undefined {
  if (!definition || isAmount(definition)) return undefined;
  const { fact, at, rows } = definition;
  const counting = CATALOGUE.find(
    (one) =>
      one.formula.op === 'count' &&
      isPlain(one.formula) &&
      one.fact === fact &&
      one.at === at &&
      JSON.stringify(one.rows) === JSON.stringify(rows),
  );
  const schema = factSchema(fact);
  return counting?.id ?? NEAREST[schema?.of ?? schema?.inherits ?? fact];
}

const isPlain = (formula: { where?: unknown; standing?: unknown; begunBefore?: unknown; fact?: unknown }): boolean =>
  !formula.where && !formula.standing && !formula.begunBefore && !formula.fact;
