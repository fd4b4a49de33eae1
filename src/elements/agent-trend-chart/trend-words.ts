/** The words for points, keys and files of the trend: pure, from its data to texts. */
import { formatCsv } from '../../core/format/csv.js';
import { fillText } from '../../core/format/formats.js';
import { judgedText, toChange, versusText, type ChangeChip } from '../shared/change-words.js';
import { bucketNotes, markTexts } from '../shared/chart/buckets.js';
import { toHead, toPlainNumber } from '../shared/chart/export-chart.js';
import type { Target } from '../../controllers/chart-pointer.js';
import { exactText, type Words } from '../shared/words.js';
import type { LegendKey, Tooltip } from '../shared/chart/plot-view.js';
import { COMPARED, type TrendData, type TrendSeries } from './trend-data.js';

export function changeAt(
  { values, before, unit, better }: TrendSeries,
  bucket: number,
  { messages, formats }: Words,
): ChangeChip | null {
  return toChange({ value: values[bucket] ?? null, previous: before?.[bucket], unit, better }, messages, formats);
}

/** The words for one bucket: each shown metric, what it was before and how it changed. */
export function toTooltip(
  data: TrendData,
  hidden: ReadonlySet<string>,
  { bucket, series: active }: Target,
  words: Words,
): Tooltip {
  const { messages, formats } = words;
  const isCompared = data.compare !== undefined && !hidden.has(COMPARED);
  const nameBefore = isCompared ? data.nameBefore(bucket) : undefined;
  return {
    title: bucket < data.buckets.length ? data.nameOf(bucket) : '',
    notes: [
      ...bucketNotes(data, bucket, messages),
      ...(nameBefore ? [fillText(messages.change.versus, { range: nameBefore })] : []),
    ],
    rows: data.series
      .filter(({ id, isDrawn }) => isDrawn && !hidden.has(id))
      .map((series) => {
        const before = isCompared ? series.before?.[bucket] : undefined;
        const change = before === undefined ? null : changeAt(series, bucket, words);
        return {
          label: series.label,
          token: series.token,
          kind: series.kind,
          isActive: series.id === active,
          value: exactText(series.values[bucket], series.unit, formats),
          detail:
            before == null
              ? ''
              : [exactText(before, series.unit, formats), change && judgedText(change)].filter(Boolean).join(' · '),
        };
      }),
  };
}

/** The metrics that are drawn, and the compared range. */
export function toKeys(data: TrendData, to: string, { messages, formats }: Words): LegendKey[] {
  const keys = data.series
    .filter(({ isDrawn }) => isDrawn)
    .map((series): LegendKey => {
      const { id, label, token, kind, total } = series;
      return { id, label, token, kind, text: exactText(total, series.unit, formats) };
    });
  return data.compare
    ? [
        ...keys,
        {
          id: COMPARED,
          label: versusText(data.compare, to, messages, formats),
          token: 'muted',
          kind: 'before',
          text: '',
        },
      ]
    : keys;
}

/** A row per bucket under the name of its first day or hour; for each metric its number and that of the compared range. */
export function toTrendCsv(
  { grain, buckets, series, marks, compare }: TrendData,
  timeZone: string,
  { messages, description }: Words,
): string {
  const currency = description?.currency;
  const head = [
    `${messages.grains[grain] ?? messages.chart.period} (${timeZone})`,
    ...series.flatMap(({ label, unit }) => [
      toHead(label, unit, currency),
      ...(compare ? [`${label} (${compare.from}/${compare.to})`] : []),
    ]),
    ...(marks.length > 0 ? [messages.trend.marks] : []),
  ];
  return formatCsv(
    head,
    buckets.map((bucket, index) => [
      bucket,
      ...series.flatMap(({ values, before, unit }) =>
        [values, ...(compare ? [before ?? []] : [])].map((list) => toPlainNumber(list[index], unit, currency)),
      ),
      ...(marks.length > 0 ? [markTexts(marks, index).join(', ')] : []),
    ]),
  );
}
