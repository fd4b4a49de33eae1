/** Columns for so many tiles where there is room: few enough that the last line is not left nearly empty. */
export function mostColumns(tiles: number): number {
  if (tiles <= 6) return Math.max(tiles, 1);
  const holes = (columns: number) => (columns - (tiles % columns)) % columns;
  return [6, 5, 4].reduce((best, columns) => (holes(columns) < holes(best) ? columns : best));
}
