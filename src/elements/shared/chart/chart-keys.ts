/** Walking through a chart by keyboard: sideways from bucket to bucket, up and down through the pieces of a bar or the lines. */
export interface Target {
  bucket: number;
  /** A piece of the bar, a line; unset: all of the bucket. */
  series: string | undefined;
}

/** Where a key leads; `undefined` leaves the chart, `'stay'` is no key of ours. */
export function moveTarget(
  target: Target | undefined,
  key: string,
  buckets: number,
  series: readonly string[],
  direction: 'ltr' | 'rtl',
): Target | undefined | 'stay' {
  if (buckets === 0) return 'stay';
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const to = (bucket: number): Target => ({
    bucket: Math.min(Math.max(bucket, 0), buckets - 1),
    series: target?.series,
  });
  switch (key) {
    case forward:
      return to(target ? target.bucket + 1 : 0);
    case back:
      return to(target ? target.bucket - 1 : buckets - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(buckets - 1);
    case 'ArrowUp':
      return upDown(target ?? to(buckets - 1), 1, series);
    case 'ArrowDown':
      return upDown(target ?? to(buckets - 1), -1, series);
    case 'Escape':
      return target ? undefined : 'stay';
    default:
      return 'stay';
  }
}

/** From the whole bar up into its lowest piece, and down out of it again. */
function upDown({ bucket, series: current }: Target, step: 1 | -1, series: readonly string[]): Target {
  const places: (string | undefined)[] = [undefined, ...series];
  const next = Math.min(Math.max(places.indexOf(current) + step, 0), places.length - 1);
  return { bucket, series: places[next] };
}
