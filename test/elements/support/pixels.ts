/** What a canvas has really painted. */

/** How often each opaque colour occurs, as `r,g,b`. */
export function countColors(canvas: HTMLCanvasElement): Map<string, number> {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) continue;
    const key = `${data[at]},${data[at + 1]},${data[at + 2]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** `rgb(1, 2, 3)` or `#010203` as `1,2,3`. */
export function toKey(color: string): string {
  if (color.startsWith('#')) return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)).join();
  return color
    .match(/[\d.]+/g)!
    .slice(0, 3)
    .join();
}

/** How many pixels of a colour there are. */
export const pixelsOf = (canvas: HTMLCanvasElement, color: string): number =>
  countColors(canvas).get(toKey(color)) ?? 0;
