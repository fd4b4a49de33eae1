/**
 * The colours behind the tokens, as a canvas needs them. Chart.js cannot work with computed `oklch()` or `color-mix()`, so each is
 * painted once and read back as plain RGB.
 */
export type Colors = Readonly<Record<string, string>>;

let painter: CanvasRenderingContext2D | null | undefined;
const painted = new Map<string, string>();
const MAX_CACHED_COLORS = 500;

/** Reads every element of the root that carries `data-token`. */
export function resolveColors(root: ParentNode): Colors {
  const colors = new Map<string, string>();
  for (const probe of root.querySelectorAll<HTMLElement>('.probe[data-token]'))
    colors.set(probe.dataset['token']!, rgbOf(getComputedStyle(probe).color));
  return Object.fromEntries(colors);
}

/** Reading back from a canvas is slow, and colours are few. */
function rgbOf(color: string): string {
  const known = painted.get(color);
  if (known !== undefined) return known;
  if (painted.size >= MAX_CACHED_COLORS) painted.clear();
  const rgb = toRgb(color);
  painted.set(color, rgb);
  return rgb;
}

function toRgb(color: string): string {
  painter ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!painter) return color;
  painter.clearRect(0, 0, 1, 1);
  painter.fillStyle = color;
  painter.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = painter.getImageData(0, 0, 1, 1).data;
  return alpha === 255
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha / 255) * 1000) / 1000})`;
}

/** A colour of the palette, lighter, for what is not final. */
export function fade(color: string): string {
  const parts = /^rgba?\(([^)]*)\)$/.exec(color)?.[1]?.split(',').slice(0, 3);
  return parts ? `rgba(${parts.join(',')}, 0.5)` : color;
}

/** A hatched fill for bars that are not over yet. */
const patterns = new Map<string, CanvasPattern | string>();
const MAX_CACHED_PATTERNS = 64;
const SIZE = 6;

export function hatch(color: string, page: string): CanvasPattern | string {
  const key = `${color} ${page}`;
  const known = patterns.get(key);
  if (known) return known;
  if (patterns.size >= MAX_CACHED_PATTERNS) patterns.clear();
  const made = paint(color, page);
  patterns.set(key, made);
  return made;
}

function paint(color: string, page: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = SIZE;
  const context = tile.getContext('2d');
  if (!context) return color;
  context.fillStyle = page;
  context.fillRect(0, 0, SIZE, SIZE);
  context.globalAlpha = 0.35;
  context.fillStyle = color;
  context.fillRect(0, 0, SIZE, SIZE);
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  for (const offset of [-SIZE, 0, SIZE]) {
    context.moveTo(offset, SIZE);
    context.lineTo(offset + SIZE, 0);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? color;
}
