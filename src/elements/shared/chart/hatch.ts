/** A hatched fill for bars that are not over yet. */
const patterns = new Map<string, CanvasPattern | string>();
const MOST_KEPT = 64;
const SIZE = 6;

export function hatch(color: string, page: string): CanvasPattern | string {
  const key = `${color} ${page}`;
  const known = patterns.get(key);
  if (known) return known;
  if (patterns.size >= MOST_KEPT) patterns.clear();
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
