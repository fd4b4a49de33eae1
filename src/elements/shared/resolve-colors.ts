/**
 * The colours behind the tokens, as a canvas needs them. Chart.js cannot work with computed `oklch()` or `color-mix()`, so each is
 * painted once and read back as plain RGB.
 */
export type Colors = Readonly<Record<string, string>>;

let painter: CanvasRenderingContext2D | null | undefined;
const painted = new Map<string, string>();
const MOST_KEPT = 500;

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
  if (painted.size >= MOST_KEPT) painted.clear();
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
