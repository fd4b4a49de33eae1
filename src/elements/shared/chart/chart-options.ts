/** Axes and room of a chart as Chart.js takes them. */
import type { ChartConfiguration } from 'chart.js';
import type { Axis, Plot } from './plot.js';

type Options = NonNullable<ChartConfiguration<'bar' | 'line'>['options']>;

/** Height of the line of marks above the plot, in sizes of its text. */
export const MARK_EMS = 1.7;

export function toOptions(plot: () => Plot): Options {
  const { colors, font, direction, isStacked, axes, marks, pixelRatio } = plot();
  const text = { family: font.family, size: font.size };
  const upright = (index: 0 | 1) => {
    const { isWhole, step } = axes[index] ?? axes[0];
    return {
      stacked: isStacked,
      beginAtZero: true,
      position: (direction === 'rtl') === (index === 0) ? ('right' as const) : ('left' as const),
      grid: { color: colors['grid']!, drawTicks: false, drawOnChartArea: index === 0 },
      border: { display: false },
      ticks: {
        ...(step === undefined ? { maxTicksLimit: 5 } : { stepSize: step }),
        ...(isWhole && { precision: 0 }),
        padding: 8,
        color: colors['muted']!,
        font: text,
        callback: (value: string | number, _place: number, ticks: readonly { value: number }[]) =>
          axisOf(plot(), index).formatNumber(Number(value), stepOf(ticks)),
      },
      ...(isWhole && { suggestedMax: 4 }),
    };
  };
  return {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    ...(pixelRatio !== undefined && { devicePixelRatio: pixelRatio }),
    layout: { padding: { top: 4 + (marks.length > 0 ? font.size * MARK_EMS : 0) } },
    scales: {
      x: {
        stacked: isStacked,
        reverse: direction === 'rtl',
        grid: { display: false },
        border: { color: colors['line']! },
        afterBuildTicks(axis) {
          axis.ticks = plot().ticks.places.map((value) => ({ value }));
        },
        ticks: {
          autoSkip: false,
          maxRotation: 0,
          color: colors['muted']!,
          font: text,
          callback: (_value, index) => plot().ticks.labels[index] ?? '',
        },
      },
      y: upright(0),
      ...(axes[1] && { far: upright(1) }),
    },
  };
}

const stepOf = ([first, second]: readonly { value: number }[]): number =>
  first && second ? Math.abs(second.value - first.value) : 0;
const axisOf = ({ axes }: Plot, index: 0 | 1): Axis => axes[index] ?? axes[0];
