/** A metric's course as lines in a box of 100 × 32, gaps left open. Small wobbles of a steady value stay small. */
export interface Sparkline {
  line: string;
  /** The compared range, as a second line. */
  previous: string;
  /** A mark on the newest value. */
  last: string;
  /** The newest value is not final yet. */
  isPartial: boolean;
}

type Values = readonly (number | null)[];

const WIDTH = 100;
const HEIGHT = 32;
const PADDING = 3;

/** `undefined` with fewer than two values: a dot is no course. */
export function toSparkline(
  values: Values,
  previous: Values = [],
  partial: readonly boolean[] = [],
): Sparkline | undefined {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return undefined;
  const { low, high } = spread([...known, ...previous.filter((value) => value !== null)]);
  const x = (index: number) => round(PADDING + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * PADDING));
  const y = (value: number) => round(HEIGHT - PADDING - ((value - low) / (high - low)) * (HEIGHT - 2 * PADDING));
  const lastIndex = values.findLastIndex((value) => value !== null);
  return {
    line: toPath(values, x, y),
    previous: toPath(previous, x, y),
    last: `M${x(lastIndex)} ${y(values[lastIndex]!)}h0`,
    isPartial: partial[lastIndex] ?? false,
  };
}

/** From the lowest to the highest value, but never closer together than a fifth of the largest. */
function spread(values: readonly number[]): { low: number; high: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const least = Math.max(Math.abs(low), Math.abs(high)) / 5 || 1;
  const missing = Math.max(0, least - (high - low));
  return low >= 0 && low < missing
    ? { low: 0, high: high + missing - low }
    : { low: low - missing / 2, high: high + missing / 2 };
}

function toPath(values: Values, x: (index: number) => number, y: (value: number) => number): string {
  let isPenDown = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isPenDown = false;
        return '';
      }
      const command = isPenDown ? 'L' : 'M';
      isPenDown = true;
      return `${command}${x(index)} ${y(value)}`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
